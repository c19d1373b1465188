import { useEffect, useState } from 'react';

/** Seconds that are left, counted down from `start`; 0 when it is over. */
export function useCountdown(): {
  readonly left: number;
  readonly start: (seconds: number) => void;
} {
  const [end, setEnd] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (end === 0) return;
    const tick = (): void => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [end]);
  return {
    left,
    start: (seconds) => {
      setLeft(seconds);
      setEnd(Date.now() + seconds * 1000);
    },
  };
}
