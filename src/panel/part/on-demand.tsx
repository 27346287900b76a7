import { type ComponentType, useEffect, useState } from 'react';
import { Part } from './part.ts';
import { PartMissing } from './part-missing.tsx';

/**
 * A component whose code is loaded when it is first shown, or ahead of that. Nothing is shown while it loads, and a message
 * where it cannot be loaded.
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const part = new Part(load);
  return function OnDemand(props: Props) {
    const [isMissing, setMissing] = useState(false);
    const [View, setView] = useState(() => part.value);
    useEffect(() => {
      if (part.value === null)
        void part.load().then(
          (loaded) => setView(() => loaded),
          () => setMissing(true),
        );
    }, []);
    if (isMissing) return <PartMissing />;
    return View && <View {...props} />;
  };
}
