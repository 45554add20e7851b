import type { Actor, ClientEvents, Id, ServerEvents } from '@academy/contract'
import type { Server, Socket } from 'socket.io'

/** Who a request comes from, read from its cookies. */
export interface Identity {
  actor: Actor
  loginId: Id | null
  /** When the login ends by itself, milliseconds UTC. */
  endsAt?: number | undefined
}

export interface SocketData {
  identity: Identity
  ip: string
  contract: number
  followed: Set<string>
}

export type AcademySocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>
export type AcademyServer = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>
