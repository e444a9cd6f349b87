/** Address of the measuring kit's page; null as long as there is none, and nothing links to it then. */
export const KIT_PATH: string | null = null;
