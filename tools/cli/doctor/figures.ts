import { COUNTED_MAX, type LaneBacklog } from '#libs/messaging';
import { figure } from './span.js';

/** What a service has not published yet. */
export const unsentOf = (lanes: readonly LaneBacklog[]) => {
  const count = lanes.reduce((sum, { unsent }) => sum + unsent, 0);
  const isMore = lanes.some(({ unsent }) => unsent === COUNTED_MAX);
  const times = lanes.flatMap(({ oldest }) => oldest?.getTime() ?? []);
  return {
    count,
    /** `over 10,000` where counting has stopped. */
    text: isMore ? `over ${figure(count - 1)}` : figure(count),
    oldest: times.length === 0 ? null : new Date(Math.min(...times)),
  };
};
