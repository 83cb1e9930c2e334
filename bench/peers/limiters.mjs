// The limiters that Greenroom's quota is compared with, each as its own README has it for so many
// calls a second. `schedule` runs a task at its turn; where the limiter knows priorities, a
// person's task comes before the background's.

const intervalMs = 1000;

/** By name: a function from the calls a second to `schedule(task, isPerson)`. */
export const limiters = {
  async "p-throttle"(qps) {
    const { default: pThrottle } = await import("p-throttle");
    return pThrottle({ limit: qps, interval: intervalMs })((task) => task());
  },
  async "p-throttle strict"(qps) {
    const { default: pThrottle } = await import("p-throttle");
    return pThrottle({ limit: qps, interval: intervalMs, strict: true })((task) => task());
  },
  async "p-queue"(qps) {
    const { default: PQueue } = await import("p-queue");
    const queue = new PQueue({ intervalCap: qps, interval: intervalMs });
    return (task, isPerson) => queue.add(task, { priority: isPerson ? 1 : 0 });
  },
  async "p-queue strict"(qps) {
    const { default: PQueue } = await import("p-queue");
    const queue = new PQueue({ intervalCap: qps, interval: intervalMs, strict: true });
    return (task, isPerson) => queue.add(task, { priority: isPerson ? 1 : 0 });
  },
  async bottleneck(qps) {
    const { default: Bottleneck } = await import("bottleneck");
    const bottleneck = new Bottleneck({ minTime: intervalMs / qps });
    return (task, isPerson) => bottleneck.schedule({ priority: isPerson ? 1 : 5 }, task);
  },
  async limiter(qps) {
    const { RateLimiter } = await import("limiter");
    const limiter = new RateLimiter({ tokensPerInterval: qps, interval: "second" });
    return async (task) => {
      await limiter.removeTokens(1);
      return task();
    };
  },
  async "rate-limiter-flexible"(qps) {
    const { RateLimiterMemory, RateLimiterQueue } = await import("rate-limiter-flexible");
    const queue = new RateLimiterQueue(new RateLimiterMemory({ points: qps, duration: 1 }), {
      maxQueueSize: 1_000_000,
    });
    return async (task) => {
      await queue.removeTokens(1);
      return task();
    };
  },
  async "p-ratelimit"(qps) {
    const { pRateLimit } = await import("p-ratelimit");
    const limit = pRateLimit({ interval: intervalMs, rate: qps });
    return (task) => limit(task);
  },
  async "throttled-queue"(qps) {
    const { throttledQueue } = await import("throttled-queue");
    const throttle = throttledQueue({ maxPerInterval: qps, interval: intervalMs });
    return (task) => throttle(task);
  },
  async "throttled-queue evenly"(qps) {
    const { throttledQueue } = await import("throttled-queue");
    const throttle = throttledQueue({
      maxPerInterval: qps,
      interval: intervalMs,
      evenlySpaced: true,
    });
    return (task) => throttle(task);
  },
};
