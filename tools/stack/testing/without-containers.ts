/** No container engine answers here, so that the processes of this machine are what is tried. */
export const WITHOUT_CONTAINERS = { DOCKER_HOST: 'unix:///nowhere/docker.sock' };
