import type { operations as indonesian } from './id-operations.js';

/** What the view of operations says of reading and of proof, in English. */
export const operations: typeof indonesian = {
  flow: {
    title: 'Flow of events',
    columns: {
      way: 'From, to',
      written: 'Written a second',
      read: 'Read a second',
      lag: 'Waiting',
      state: 'State',
    },
    services: {
      enrollment: 'Enrollment',
      contribution: 'Contribution',
      claims: 'Claims',
    } as Readonly<Record<string, string>>,
    way: (writer) => `${writer} → figures`,
    position: 'Next place to be read',
    end: 'End of the log',
    meanings: {
      written: 'Messages written a second between two looks of this page, over all partitions.',
      read: 'Messages read a second between two looks of this page, over all partitions.',
      lag: 'Messages of the log that are not read yet.',
      state: 'For how long a partition has stood still though messages wait.',
    },
    flowing: 'flows',
    still: (time) => `stands still for ${time}`,
    applied: (count, state) => `${count} events are in the figures. ${state}`,
    readings: {
      current: 'All there is has been read.',
      behind: 'Some is still to be read, and reading goes on.',
      'standing-still': 'Some is still to be read, and nothing moves.',
      unknown: 'How much is still to be read is not known just now.',
    },
  },
  proof: {
    title: 'Proof by partition',
    proven: (time) => `proven through ${time}`,
    differs: (count) => `differs from what its owners say in ${count} places`,
    parked: (count) => `not proven: ${count} messages wait to be looked at`,
    notYet: 'not proven yet',
    log: 'In the log, repeats among them',
    owner: 'By its owner',
    flaws: 'Differences',
    waiting: 'Messages that wait to be looked at',
    given: 'Messages discarded',
    meanings: {
      verdict:
        'Proven where nothing differs from what the owners say, no message waits, and something was compared.',
      read: 'Events of this partition that were taken, each once.',
      lag: 'Messages of this partition that are not read yet.',
      proven: 'Events from the beginning of the partition that are the same as its owner says, one by one.',
    },
    flaw: (topic, partition, event) => `${topic}, partition ${partition}, event ${event}`,
    waived: (topic, partition, offset) => `${topic}, partition ${partition}, offset ${offset} discarded`,
    columns: {
      topic: 'Topic',
      partition: 'Partition',
      read: 'Read',
      lag: 'Behind',
      proven: 'Proven',
      through: 'Through',
    },
  },
};
