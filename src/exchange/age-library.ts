import { Decrypter, Encrypter } from 'age-encryption';

type Bytes = ReadableStream<Uint8Array>;

/** Encrypts bytes for who has the identity of a recipient. (A bundle of its own, see bin/build.mjs.) */
export function encryptedFor(recipient: string, bytes: Bytes): Promise<Bytes> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

/** Decrypts what was encrypted for an identity. Throws what the library throws where it was not. */
export function decryptedWith(identity: string, bytes: Bytes): Promise<Bytes> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(bytes);
}
