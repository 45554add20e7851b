# The academy in one container: pages, API and socket on one port, its data in /data. "docs/run-it-for-real.md" says how to run it.
FROM node:24-slim AS build
ENV CI=true TURBO_TELEMETRY_DISABLED=1
RUN npm install --global pnpm@10.34.9
WORKDIR /academy
# What changes seldom first, so that a change in the code does not fetch every package again.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
RUN pnpm fetch
COPY . .
RUN pnpm install --frozen-lockfile --prefer-offline && pnpm build
# The server runs from its sources; of the installed packages it keeps those it needs to run.
RUN rm -rf node_modules apps/*/node_modules packages/*/node_modules \
  && pnpm install --frozen-lockfile --prefer-offline --prod --filter "@academy/server..."

FROM node:24-slim
ENV NODE_ENV=production ACADEMY_MODE=production ACADEMY_DATA=/data HOST=0.0.0.0 PORT=3000
WORKDIR /academy
COPY --from=build /academy/node_modules ./node_modules
COPY --from=build /academy/packages ./packages
COPY --from=build /academy/apps/server ./apps/server
COPY --from=build /academy/apps/web/dist ./apps/web/dist
COPY --from=build /academy/package.json ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# SIGTERM lets requests under way end, for ten seconds at most.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/server/start.js"]
