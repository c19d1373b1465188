/**
 * Passwords that are tried first everywhere, from eight characters on, in lower case. Digits alone, one character
 * repeated and runs along the keyboard are refused by rule and need not stand here.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 passw0rd passw0rd1 p@ssw0rd p@ssword p@ssw0rd1 p@ssw0rd123
  password! password1! admin123 admin1234 admin12345 admin@123 admin888 administrator adminadmin root1234 root@123
  iloveyou iloveyou1 iloveyou2 welcome1 welcome123 welcome@123 letmein1 letmein123 sunshine princess football baseball
  superman batman123 monkey123 dragon123 master123 michelle jennifer whatever trustno1 starwars computer internet
  samsung1 liverpool chelsea1 arsenal1 charlie1 changeme changeme1 changeme123 default1 secret123 test1234 test12345
  testtest guest123 user1234 demo1234 qwer1234 qwerty123 qwerty1234 qwerty12 qwertyui qwertyuiop qwerty1! 1q2w3e4r
  1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 1qaz2wsx 1qaz2wsx3edc 1qaz@wsx 1qazxsw2 !qaz2wsx zaq12wsx zaq1zaq1
  zaq1xsw2 qazwsxedc qazwsx123 qazwsx12 asdf1234 asdfghjk asdfghjkl asdf@123 zxcvbnm1 zxcvbnm123 zxcvbnm,. 123qweasd
  123qweasdzxc qwe123456 qweasdzxc qweasd123 abc12345 abcd1234 abc123456 abc123abc abcd123456 abcdefgh abcdefg1
  a1234567 a12345678 a123456789 aa123456 aa12345678 aaa123456 aa123123 a1b2c3d4 a1b2c3d4e5 as123456 qq123456 qq123123
  qq1234567 zz123456 zx123456 xx123456 ww123456 woaini123 woaini520 woaini1314 woaini521 wo123456 5201314a 5201314520
  1314520a a5201314 love1314 iloveu123 nihao123 nihao1234 zhang123 wang1234 wangyi123 li123456 zhongguo china123
  beijing2008 shanghai1 suzhou123 taobao123 alibaba1 tencent1 huawei123 xiaomi123 weixin123 dearbook 1234qwer
  12345qwert 123456abc 123456aa 123456qq 123456789a 12345678a 1234567a 1234567q 123456789q 123abc123 123123abc
  123321aa 112233aa 11111111a 000000aa 111111aa 147258369a asd123456 asd12345 asdasdasd asdasd123 qweqweqwe zxczxczxc
  gongqiao gongqiao1 gongqiao123 jiuye123 jiuye2026`.split(/\s+/),
);
