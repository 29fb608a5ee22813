import {
  type Attributes,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/platform/env';

/** Whether this installation sends traces. Where it does not, each call below runs its work and makes nothing. */
export const isTraced = (): boolean => env.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined;

/** A tracer of its own for each call: the SDK is loaded after this module, and the API hands on to it. */
export const tracer = () => trace.getTracer('groundcrew');

/** Runs the work in a span of what is going on already, and ends it. What is thrown marks it as failed. */
export function inSpan<T>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<T>,
  kind: keyof typeof SpanKind = 'INTERNAL',
): Promise<T> {
  return tracer().startActiveSpan(name, { attributes, kind: SpanKind[kind] }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      // An expected no is no failure.
      if (error instanceof Refusal) span.setAttribute(OUTCOME, error.code);
      else fail(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Marks a span as failed. A message may hold what somebody typed, so the error's name alone is kept. */
export function fail(span: Span, error?: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  if (error !== undefined)
    span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
}

/** Joins the span of whoever gave us this (pg-boss's, for a job) with the number that stands in the log. */
export function nameCall(callId: string): void {
  trace.getActiveSpan()?.setAttribute(CALL, callId);
}

/** The number of a call in the log, in jobs and in the audit. */
export const CALL = 'groundcrew.call_id';
/** What came of it: done, or why not. */
export const OUTCOME = 'groundcrew.outcome';

/** The headers that carry the trace to another process of ours; none where nothing is traced. */
export function carried(): Record<string, string> {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
}

/** Runs the work as a part of the trace that these headers carry. */
export function continued<T>(
  headers: Record<string, string | string[] | undefined>,
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  const from = propagation.extract(ROOT_CONTEXT, headers);
  return context.with(from, () => inSpan(name, attributes, work, 'SERVER'));
}
