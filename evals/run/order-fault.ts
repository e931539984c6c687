/** What a run cannot be made of; the message says so in plain words. */
export class OrderFault extends Error {}
