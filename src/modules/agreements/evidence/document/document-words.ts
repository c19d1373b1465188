const INSTANT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026-11-22 16:05:09`, in China. */
export function instantText(instant: Date): string {
  return INSTANT.format(instant);
}

/** `2026年11月22日` from `2026-11-22`. */
export function dayText(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${String(Number(month))}月${String(Number(date))}日`;
}

/** 64 digits in groups that the eye can compare. */
export function hashText(hash: string): string {
  return hash.replaceAll(/(.{8})(?=.)/g, '$1 ');
}

const DIGITS = '〇一二三四五六七八九';

/** `第二十一条`; beyond ninety-nine with figures. */
export function clauseLabel(number: number): string {
  if (number > 99) return `第${String(number)}条`;
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `第${head}${ones === 0 ? '' : (DIGITS[ones] ?? '')}条`;
}

/** What the certificate claims, and what it does not, in both languages: nothing beyond what the platform can know. */
export const CLAIMS = {
  proves: {
    title: { zh: '本证明能够说明', en: 'What this certificate shows' },
    points: [
      {
        zh: '上表所列人员在登录平台后，对正文（其 SHA-256 值印于每页页脚）逐一作出明确确认；由谁、代表哪一方、于何时、自何网络地址（末段已遮盖）确认，均按发生先后记录在上列事件链中。',
        en: 'Each person listed, signed in to the platform, explicitly confirmed exactly the text whose SHA-256 stands at the foot of every page. Who did so, for which party, when and from which network address (last part masked) is recorded in order in the chain of events above.',
      },
      {
        zh: '每条事件的散列值都包含前一条的散列值：事后修改、删除、调换或截去任何一条，核验时都会指出第一处不符。',
        en: 'The hash of each event contains the one before it: verification names the first event that was edited, removed, moved or cut off afterwards.',
      },
      {
        zh: '平台以上列编号的 Ed25519 密钥对本文件的全部字节作出分离签名；文件有任何一个字节变化，签名即不成立。',
        en: 'The platform signed every byte of this file with the Ed25519 key named above; the detached signature fails when a single byte differs.',
      },
    ],
  },
  limits: {
    title: { zh: '本证明不能说明', en: 'What it does not show' },
    points: [
      {
        zh: '这是平台的签名，不是签署人用其专有的电子签名制作数据作出的签名，也没有依法设立的电子认证服务提供者签发的证书。因此，平台不主张其当然构成《中华人民共和国电子签名法》第十三条第一款所称的可靠的电子签名；当事人可依同条第二款约定其认可的可靠条件，也可另行使用经电子认证的签名。',
        en: 'This is the signature of the platform. It was not made with signature creation data that only the signer controls, and no licensed certification authority vouches for it. The platform therefore does not claim that it is by itself a reliable electronic signature under Article 13(1) of the Electronic Signature Law; the parties may agree on conditions of reliability under Article 13(2), or sign with certified signatures besides.',
      },
      {
        zh: '时间来自平台的服务器时钟，未附第三方可信时间戳。代表权依据各单位在平台上自行授予的权限，除事件链另有记载外，平台未核验授权文件原件。',
        en: 'Times are those of the platform clock, without a trusted timestamp of a third party. Authority to sign rests on the rights each organisation granted on the platform; unless the events say so, no original power of attorney was examined.',
      },
      {
        zh: '平台不对协议内容的真实、合法与履行作出保证。',
        en: 'The platform does not vouch for the truth, the lawfulness or the performance of what was agreed.',
      },
    ],
  },
} as const;
