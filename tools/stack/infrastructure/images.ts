/** The images of `docker-compose.yml`, on which `npm run test:containers` runs, too. */
export const KAFKA_IMAGE = 'apache/kafka:4.1.0';
export const POSTGRES_IMAGE = 'postgres:18';
