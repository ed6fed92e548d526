import { KAFKA_IMAGE } from '../../stack/infrastructure/images.js';
import { SINGLE_BROKER } from '../../stack/infrastructure/kafka-settings.js';
import { GenericContainer, Wait, type StartedTestContainer } from 'testcontainers';

/** The image takes its settings so. */
const variableOf = (setting: string) => `KAFKA_${setting.toUpperCase().replaceAll('.', '_')}`;

const FOR_CLIENTS = 9092;
const FOR_ITSELF = 19092;
const FOR_THE_CONTROLLER = 9093;
const STARTED_MS = 120_000;

/** A broker that is its own controller. Clients meet it on this port of the host, which it must know beforehand. */
export const startKafkaContainer = (hostPort: number): Promise<StartedTestContainer> =>
  new GenericContainer(KAFKA_IMAGE)
    .withExposedPorts({ container: FOR_CLIENTS, host: hostPort })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: `CLIENT://:${FOR_CLIENTS},INTERNAL://:${FOR_ITSELF},CONTROLLER://:${FOR_THE_CONTROLLER}`,
      KAFKA_ADVERTISED_LISTENERS: `CLIENT://127.0.0.1:${hostPort},INTERNAL://127.0.0.1:${FOR_ITSELF}`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CLIENT:PLAINTEXT,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_INTER_BROKER_LISTENER_NAME: 'INTERNAL',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: `1@localhost:${FOR_THE_CONTROLLER}`,
      ...Object.fromEntries(
        Object.entries(SINGLE_BROKER).map(([name, value]) => [variableOf(name), String(value)]),
      ),
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .withStartupTimeout(STARTED_MS)
    .start();
