import {
  Accept,
  AcceptAsMember,
  ChangePassword,
  DeleteMe,
  DemoEntry,
  EndLogin,
  EndOtherLogins,
  EndRole,
  GrantRole,
  InvitationRef,
  InvitationsOf,
  Invite,
  IssueRecovery,
  MembersOf,
  Recover,
  RecoveryRef,
  RequestRecovery,
  RevokeInvitation,
  SignIn,
  UpdateMe,
  WithdrawConsent,
} from '@academy/contract'
import { type Context, memberProcedure, openProcedure, overHttp, router } from '../platform/trpc.ts'
import type { Doors } from './doors.ts'
import type { createIdentity } from './identity.ts'
import type { Invitations } from './invitations.ts'
import type { Logins } from './logins.ts'
import type { Me } from './me.ts'
import type { Recovery } from './recovery.ts'
import type { Roles } from './roles.ts'

export interface MembersServices {
  identity: ReturnType<typeof createIdentity>
  logins: Logins
  invitations: Invitations
  roles: Roles
  recovery: Recovery
  me: Me
  doors: Doors
}

export const membersRouter = (members: MembersServices) => {
  const { doors, identity, invitations, logins, me, recovery, roles } = members

  const setAll = (ctx: Context, cookies: readonly string[]) => {
    for (const cookie of cookies) ctx.setCookie(cookie)
    return null
  }

  return router({
    /** Who I am here. Over HTTP it also slides the login. */
    who: openProcedure('anybody').query(async ({ ctx }) => {
      if (ctx.carrier === 'http') setAll(ctx, await identity.keepLogin(ctx.cookieHeader))
      return me.who(ctx.actor, ctx.loginId)
    }),
    entry: openProcedure('anybody').query(() => doors.entry()),
    signIn: openProcedure('anybody')
      .use(overHttp)
      .input(SignIn)
      .mutation(async ({ ctx, input }) => setAll(ctx, await logins.signIn(ctx, input))),
    signOut: openProcedure('anybody')
      .use(overHttp)
      .mutation(async ({ ctx }) => setAll(ctx, await logins.signOut(ctx))),
    enterDemo: openProcedure('mayEnterDemo')
      .use(overHttp)
      .input(DemoEntry)
      .mutation(async ({ ctx, input }) => setAll(ctx, await doors.enterDemo(ctx, input.role))),

    invitation: openProcedure('whoever holds the link')
      .input(InvitationRef)
      .query(({ input }) => invitations.card(input.token)),
    accept: openProcedure('whoever holds the link')
      .use(overHttp)
      .input(Accept)
      .mutation(async ({ ctx, input }) => {
        const { done, cookies } = await invitations.accept(ctx, input)
        setAll(ctx, cookies)
        return done
      }),
    acceptAsMember: memberProcedure('whoever holds the link')
      .input(AcceptAsMember)
      .mutation(({ ctx, input }) => invitations.acceptAsMember(ctx.actor, input)),
    invite: memberProcedure('mayInvite')
      .input(Invite)
      .mutation(({ ctx, input }) => invitations.invite(ctx.actor, input)),
    invitations: memberProcedure('maySeeInvitations')
      .input(InvitationsOf)
      .query(({ ctx, input }) => invitations.list(ctx.actor, input)),
    revokeInvitation: memberProcedure('mayRevokeInvitation')
      .input(RevokeInvitation)
      .mutation(({ ctx, input }) => invitations.revoke(ctx.actor, input)),

    recovery: openProcedure('whoever holds the link')
      .input(RecoveryRef)
      .query(({ input }) => recovery.card(input.token)),
    recover: openProcedure('whoever holds the link')
      .use(overHttp)
      .input(Recover)
      .mutation(async ({ input }) => {
        await recovery.recover(input)
        return null
      }),
    requestRecovery: openProcedure('anybody')
      .input(RequestRecovery)
      .mutation(async ({ input }) => {
        await recovery.request(input)
        return null
      }),
    issueRecovery: memberProcedure('mayIssueRecovery')
      .input(IssueRecovery)
      .mutation(({ ctx, input }) => roles.issueRecovery(ctx.actor, input)),

    membersOf: memberProcedure('mayListMembers')
      .input(MembersOf)
      .query(({ ctx, input }) => roles.membersOf(ctx.actor, input)),
    grantRole: memberProcedure('mayGrantRole')
      .input(GrantRole)
      .mutation(({ ctx, input }) => roles.grantRole(ctx.actor, input)),
    endRole: memberProcedure('mayEndRole')
      .input(EndRole)
      .mutation(({ ctx, input }) => roles.endRole(ctx.actor, input)),

    updateMe: memberProcedure('oneself')
      .input(UpdateMe)
      .mutation(({ ctx, input }) => me.update(ctx.actor, input)),
    logins: memberProcedure('oneself').query(({ ctx }) => logins.list(ctx.actor, ctx.loginId)),
    endLogin: memberProcedure('oneself')
      .input(EndLogin)
      .mutation(({ ctx, input }) => logins.end(ctx.actor, input)),
    endOtherLogins: memberProcedure('oneself')
      .input(EndOtherLogins)
      .mutation(({ ctx, input }) => logins.endOthers(ctx.actor, ctx.loginId, input)),
    changePassword: memberProcedure('oneself')
      .use(overHttp)
      .input(ChangePassword)
      .mutation(({ ctx, input }) => logins.changePassword(ctx, ctx.actor, input)),
    withdrawConsent: memberProcedure('oneself')
      .input(WithdrawConsent)
      .mutation(({ ctx, input }) => me.withdrawConsent(ctx.actor, input)),
    exportMe: memberProcedure('oneself').query(({ ctx }) => me.exportMe(ctx.actor)),
    deleteMe: memberProcedure('oneself')
      .use(overHttp)
      .input(DeleteMe)
      .mutation(async ({ ctx, input }) => {
        await me.deleteMe(ctx, ctx.actor, input.password)
        return setAll(ctx, await logins.signOut(ctx))
      }),
  })
}
