import { useEffect, useState } from 'react';
import type { Milliseconds } from '../../exchange/exchange.ts';
import styles from './override-banner.module.css';

/** Minutes at which a screen reader is told how much is left; each second would be too much. */
const told = [10, 5, 1];

/** The time that is left, to the second for the eye. */
export function Countdown({ endsAt }: { readonly endsAt: Milliseconds }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, endsAt - now);
  const minutes = Math.ceil(left / 60_000);
  return (
    <>
      <span role="timer" aria-live="off" className={styles.countdown} data-countdown="">
        {clock(left)}
      </span>
      <span className="visually-hidden" role="status">
        {told.includes(minutes) &&
          `The header override ends in ${minutes === 1 ? 'one minute' : `${minutes} minutes`}.`}
      </span>
    </>
  );
}

/** `29:41`, `1:02:03`. */
export function clock(left: Milliseconds): string {
  const seconds = Math.ceil(left / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = `${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}
