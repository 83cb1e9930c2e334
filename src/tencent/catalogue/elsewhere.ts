/**
 * Codes that Tencent documents for services which a room look-up never touches. The bot names
 * their subject and holds no explanation of them. Source: document 34348.
 */
const subjects: readonly { readonly subject: string; readonly codes: readonly number[] }[] = [
  {
    subject: "sending and storing Chat messages",
    codes: [
      20001, 20002, 20003, 20004, 20005, 20006, 20007, 20008, 20009, 20010, 20011, 20012, 20016,
      20018, 20022, 20023, 20027, 20028, 21005, 22001, 22002, 22003, 22004, 22006, 22007, 90001,
      90002, 90003, 90005, 90006, 90007, 90008, 90009, 90010, 90011, 90012, 90018, 90022, 90024,
      90026, 90028, 90029, 90030, 90031, 90032, 90033, 90034, 90040, 90043, 90044, 90045, 90047,
      90048, 90054, 90055, 90057, 90101, 90992, 90994, 90995, 91000, 91101, 93000, 93001, 93005,
      93006, 93007, 93008,
    ],
  },
  {
    subject: "other Chat services, such as profiles, contacts, push and content review",
    codes: [
      1001, 1003, 1004, 1005, 2001, 2002, 2003, 2004, 2015, 2016, 2100, 30001, 30002, 30003, 30004,
      30005, 30006, 30007, 30008, 30009, 30010, 30011, 30012, 30013, 30014, 30515, 30516, 30525,
      30539, 30614, 31704, 31804, 40001, 40002, 40003, 40004, 40006, 40007, 40008, 40009, 40601,
      40605, 40610, 50001, 50002, 50003, 50004, 50005, 51006, 51007, 51008, 51009, 51010, 51011,
      51012, 114011, 115000, 130002, 130004, 130005, 130006, 130007, 130008, 130009, 130010, 131000,
      131003, 131005, 141000, 141002, 141004,
    ],
  },
];

const subjectByCode: ReadonlyMap<number, string> = new Map(
  subjects.flatMap(({ subject, codes }) => codes.map((code) => [code, subject] as const)),
);

export function documentedElsewhere(code: number): string | undefined {
  return subjectByCode.get(code);
}
