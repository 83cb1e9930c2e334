# The program, compiled.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json bundle.mjs ./
COPY src ./src
RUN npm run build

# What it needs to run, and no more.
FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# The licence goes wherever the program goes.
COPY package.json LICENSE ./
# What has to outlive a restart; the volume takes its owner from here.
RUN mkdir /data && chown node:node /data
ENV DATA_DIR=/data
VOLUME /data
USER node
EXPOSE 3000
# Alive, not ready: a restart mends a process that hangs, but not a Slack that is out of reach.
# It asks 127.0.0.1, so leave HOST at its default in a container.
HEALTHCHECK --interval=30s --timeout=5s --start-period=40s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The base image's entry point is a shell script; node itself is started instead, and hears signals.
ENTRYPOINT []
CMD ["node", "--enable-source-maps", "dist/main.js"]
