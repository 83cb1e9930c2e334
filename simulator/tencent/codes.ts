// The codes that the stand-in answers with. Numbers and meanings: Tencent RTC documents 63398 (Live
// REST overview), 34348 (Chat error codes) and 60027 (Live error codes). The wording is our own.

export interface Refusal {
  readonly code: number;
  readonly info: string;
}

export const refusals = {
  // 63398 keeps 60009 for a wrong resource in the URL.
  unknownCommand: { code: 60009, info: "no such command at this URL" },
  // 60008 mentions the HTTP format too, but also means a time-out and so invites another try, which
  // cannot help here. 60002 is about how the request reads as HTTP.
  notPost: { code: 60002, info: "the request has to be a POST" },
  badRandom: { code: 60002, info: "random has to be an unsigned 32-bit integer" },
  noSdkAppId: { code: 60012, info: "sdkappid is missing from the URL" },
  badSdkAppId: { code: 60006, info: "sdkappid is not a number" },
  // 34348 tells a number that is wrong in itself (60006) from one that no app here has.
  unknownSdkAppId: { code: 70020, info: "no app with this sdkappid lives here" },
  // 34348 has 60026 for a domain that is not that of the app's data centre.
  appLivesElsewhere: { code: 60026, info: "this app lives in another data centre" },
  // 63398 and 34348: the address that calls is not among those that the app allows.
  callerNotAllowed: { code: 60021, info: "calls from this address are not allowed" },
  // 63398: the plan has run out. 34348 adds arrears.
  planLapsed: { code: 60020, info: "the plan of this app has run out" },
  // 34348, 60025: identifier, UserSig or content type are missing or wrong in the URL.
  noIdentifier: { code: 60025, info: "identifier is missing from the URL" },
  noUserSig: { code: 60025, info: "usersig is missing from the URL" },
  badContentType: { code: 60025, info: "contenttype has to be json" },
  // An account that cannot exist cannot be an administrator either.
  badIdentifier: {
    code: 60010,
    info: "this identifier cannot be an account, let alone run the app",
  },
  notAdministrator: { code: 60010, info: "this account is no administrator of the app" },
  unreadableUserSig: { code: 70003, info: "the UserSig cannot be read" },
  userSigOfOtherApp: { code: 70014, info: "the UserSig was made for another app" },
  userSigOfOtherUser: { code: 70013, info: "the UserSig was made for another account" },
  userSigOfOtherKey: { code: 70009, info: "the UserSig was made with another key" },
  expiredUserSig: { code: 70001, info: "the UserSig has run out" },
  emptyBody: { code: 60003, info: "the body is empty" },
  badJson: { code: 60003, info: "the body is not JSON" },
  noRoomId: { code: 100002, info: "RoomId is missing or is not a string" },
  badRoomId: { code: 100002, info: "RoomId has to be 1 to 48 printable ASCII characters" },
  // 63398 has four codes for "too often". 60007 speaks of one interface, 60018 and 60019 of nothing
  // in particular (and 60018 reads differently in two tables). The limit of 200 queries a second is
  // one per SDKAppID, and that is what 60011 says.
  overQuota: { code: 60011, info: "this app asks too often" },
  noSuchRoom: { code: 100004, info: "there is no such room, or no longer" },
} as const satisfies Record<string, Refusal>;
