// Arrivals in a sliding second, counted exactly: a window of 1000 ms is half-open, so two arrivals
// exactly a second apart are never in one window. The fullest window of all ends at an arrival,
// which is why looking at each arrival is enough.

const WINDOW_MS = 1000;

export interface Arrivals {
  /** Counts one arrival at `time` and says how many the second that ends with it holds. */
  arrive(time: number): number;
  most(): number;
  /** Starts the maximum anew. The arrivals of the last second stay: they did arrive. */
  resetMost(): void;
}

export function createArrivals(): Arrivals {
  const times: number[] = [];
  let oldest = 0;
  let most = 0;

  return {
    arrive(time) {
      times.push(time);
      while (time - (times[oldest] ?? time) >= WINDOW_MS) oldest += 1;
      if (oldest > 1024 && oldest * 2 > times.length) {
        times.splice(0, oldest);
        oldest = 0;
      }
      const inWindow = times.length - oldest;
      if (inWindow > most) most = inWindow;
      return inWindow;
    },
    most: () => most,
    resetMost() {
      most = 0;
    },
  };
}
