import { command } from '../../cli/command.ts';
import { lines } from '../../kernel/view.ts';
import { cardText } from '../card.ts';
import { keyMark, officeKey } from '../office-key.ts';

export const cardCommand = command({
  name: 'card',
  zh: '名片',
  summary: {
    zh: '打印本台账的名片，交给旗里登记（只含公钥，不必保密）',
    en: 'print this ledger’s card for the banner to register: public keys only, no secret',
  },
  example: 'bundle card',
  access: 'read',
  params: {},
  run: ({ db, path }) => {
    const key = officeKey(db, path);
    const [card, mark] = [cardText(key), keyMark(key.public)];
    return {
      view: lines(
        { card, key_mark: mark },
        { zh: card, en: card },
        {
          zh: `密钥校验码 ${mark}：对方登记后会看到同样的校验码，请打电话核对`,
          en: `The mark of the key is ${mark}: who registers the card sees the same mark; compare it by telephone`,
        },
      ),
    };
  },
});
