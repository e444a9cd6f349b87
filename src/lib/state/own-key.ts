/** The one name of own numbers: in the address, and in storage. Apart, so that looking costs no code. */
export const OWN_KEY = 'own';
