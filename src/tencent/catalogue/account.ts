import type { Explanation } from "../problem.ts";

/** 70001-72012: accounts, signatures and the quotas that hang on them. */
export const accountExplanations: readonly Explanation[] = [
  {
    code: 70001,
    title: "The signature has run out",
    meaning:
      "The signature (the pass that a caller shows to Tencent) is valid for a set time only, and that time is over. A service that signs once at its start and never renews runs into this.",
    audience: "operator",
    next: "The people who run this bot should check that its server's clock is right, and then restart it. If this comes from your app, its developers need to renew the signature before it runs out.",
  },
  {
    code: 70003,
    title: "The signature is damaged or not a real one",
    meaning:
      "Tencent could not make sense of the signature (the pass that a caller shows). Its tables give two readings: it was made in a way Tencent does not accept, or a piece of it is missing.",
    audience: "operator",
    next: "The people who run this bot should check that nothing shortens the signature on its way, and that it is made with Tencent's own library. For your app, its developers should do the same.",
    readings: [
      "the signature was not made the way Tencent's own tools make it",
      "the signature was cut off on its way, so that its end is missing",
    ],
  },
  {
    code: 70009,
    title: "The signature was made with a key that does not fit the app",
    meaning:
      "Each app has its own secret key, and the signature (the caller's pass) must be made with it. The check failed here, as it does when the key of another app was used, such as test instead of production.",
    audience: "operator",
    next: "The people who run this bot should copy the secret key again from the console page of exactly this app, and see that app number and key stand next to each other there.",
  },
  {
    code: 70013,
    title: "The signature was made for another user",
    meaning:
      "A signature (the pass shown to Tencent) holds the name of one user. The call was made under a different name, so the two do not fit.",
    audience: "operator",
    next: "The people who run this bot should use one and the same administrator name for signing and calling. If a user met this when logging in, tell your app's developers the user ID.",
  },
  {
    code: 70014,
    title: "The signature was made for another app",
    meaning:
      "A signature (the pass shown to Tencent) holds the number of one app. The call named a different app. Mixed settings of a test app and a production app lead to this.",
    audience: "operator",
    next: "The people who run this bot should check that the app's number is the same where the signature is made and where Tencent is called.",
  },
  {
    code: 70016,
    title: "Tencent has no key to check the signature with",
    meaning:
      "Tencent holds a key for each app to check signatures (callers' passes) with, and found none here. Its tables give two readings, one about the data centre and one about the upload of the key.",
    audience: "operator",
    next: "The people who run this bot should first check that the bot's region is the app's data centre. If a key was uploaded only now, they should wait 10 minutes and then look again.",
    readings: [
      "the call went to a data centre where this app has no key",
      "the app's public key is empty, was never uploaded, or was uploaded only minutes ago",
    ],
  },
  {
    code: 70020,
    title: "Tencent does not know this app here",
    meaning:
      "The app's number (the SDKAppID) is unknown in the place that was asked. Tencent's tables give two readings: the app lives in another data centre, or nobody has set it up at Tencent under this number.",
    audience: "operator",
    next: "The people who run this bot should compare two settings with the Tencent console: the region, and each digit of the app's number.",
    readings: [
      "the app's number and the data centre that was called do not belong together",
      "no app with this number was set up in Tencent Cloud",
    ],
  },
  {
    code: 70050,
    title: "Locked for a minute after several bad signatures",
    meaning:
      "The signature (the pass shown to Tencent) was refused several times in a row, and Tencent has locked the account for about a minute. More tries in that time do not help.",
    audience: "operator",
    next: "Wait a full minute before the next look-up. If the lock comes back, the people who run this bot should correct the key, the account or the app's number before they try again.",
  },
  {
    code: 70051,
    title: "This account is on a blocklist",
    meaning:
      "Tencent refuses the account because it is on a list of blocked accounts. Tencent's tables do not say who put it there or for how long.",
    audience: "operator",
    next: "The people who run this bot should find out which account it is and ask Tencent's support about the block, with the RequestId at hand.",
  },
  {
    code: 70101,
    title: "A login has to be done again, or a request was empty",
    meaning:
      "Tencent's tables do not agree here. A list for the Chat software in apps says that the login has run out and has to be done anew; another list says that the request had nothing in it.",
    audience: "asker",
    next: "Have the user sign out and in again. If that does not help, give your app's developers the time, the user ID and the name of the call that failed.",
  },
  {
    code: 70107,
    title: "Tencent does not know this user yet",
    meaning:
      "The user ID exists perhaps in your app, but nobody has entered it into Tencent's Chat system so far. Until then nothing can be done in its name.",
    audience: "asker",
    next: "Check the spelling of the user ID. If it is right, ask your app's developers to import this user into Tencent's Chat system.",
  },
  {
    code: 70169,
    title: "An account check inside Tencent ran out of time",
    meaning:
      "While handling the account, Tencent's own servers needed longer than they may. Its table does not name any fault in the request.",
    audience: "tencent",
    next: "Come back to it in a minute or two. If Tencent stays slow, its support can look into it by the RequestId.",
  },
  {
    code: 70398,
    title: "The app has as many accounts as it may have",
    meaning:
      "The number of user accounts that an app may hold at Tencent is limited, and the limit is reached. No further account can be created for now.",
    audience: "operator",
    next: "The people who look after the Tencent account can upgrade the app. Until that is done, new users of the app may meet this code.",
  },
  {
    code: 70399,
    title: "A deleted account cannot come back yet",
    meaning:
      "An account with this name was deleted less than three months ago. Unless the app is on the Chat Trial Edition, Tencent lets that time pass before the same name may be imported anew.",
    audience: "asker",
    next: "Ask your app's developers when the account was deleted, and to use another name meanwhile. Tencent's support is the place to ask about an exception.",
  },
  {
    code: 70402,
    title: "A call about an account lacks a detail or has a wrong one",
    meaning:
      "Something in the call is missing or is not in the form Tencent asks for. Tencent does not say in this code which detail it is; the message beside it may.",
    audience: "asker",
    next: "Pass the name of the call, its body without any signature, and Tencent's message to your app's developers, so that they can compare each field with the documents.",
  },
  {
    code: 70404,
    title: "The app uses a Tencent component that is too old",
    meaning:
      "Apps contain a software component from Tencent (an SDK). The one in this app is too old for what was asked of it.",
    audience: "asker",
    next: "Update the app on the device first. If it is the newest there is, tell your app's developers that they need to build in Tencent's current SDK.",
  },
  {
    code: 70500,
    title: "Something went wrong in Tencent's account service",
    meaning:
      "A server at Tencent failed while it worked on the account. Tencent's table gives no details.",
    audience: "tencent",
    next: "Let some minutes pass and ask anew. For a failure that does not go away, report the RequestId and the time to Tencent's support.",
  },
  {
    code: 71000,
    title: "Accounts cannot be deleted in this app",
    meaning:
      "Deleting accounts is switched off for the app, so the account is still there. This is a restriction that can be lifted, not a fault.",
    audience: "operator",
    next: "The people who look after the Tencent account can allow deletion in the console. They should agree with your app's developers first, because outside the trial a deleted name stays blocked for three months.",
  },
  {
    code: 72000,
    title: "The trial's free number of daily users is reached",
    meaning:
      "On the Trial Edition only a set number of people may use the app within one day. Today there were more of them, so Tencent turned this one away.",
    audience: "operator",
    next: "The people who look after the Tencent account need to move the app from the trial to a paid plan. It works about 5 minutes after the purchase.",
  },
  {
    code: 72001,
    title: "Looking up who is online is not switched on",
    meaning:
      "The app asked whether users are online, or wanted to be told when that changes. Tencent offers both only after they have been activated for the app.",
    audience: "operator",
    next: "The people who look after the Tencent account can activate the query of user status and the notice of its changes in the console.",
  },
  {
    code: 72002,
    title: "The trial's free number of monthly users is reached",
    meaning:
      "The Trial Edition counts how many different people use the app in a month. The free amount for the month is used up.",
    audience: "operator",
    next: "An upgrade from the Trial Edition takes this limit away. The people who look after the Tencent account can buy it; allow 5 minutes before trying again.",
  },
  {
    code: 72010,
    title: "One user's app reports to Tencent too often",
    meaning:
      "For a single user, Tencent limits how often the app may log in or out, go to the front or the back of the screen, or set up push notices. This user's app did so too often.",
    audience: "asker",
    next: "Have the user wait a little and open the app once. If it returns, ask your app's developers to look for a loop of logins for this user ID.",
  },
  {
    code: 72011,
    title: "Do not disturb for all chats is not switched on",
    meaning:
      "A user wanted to silence notices everywhere at once (global do not disturb). The app has no use of this feature before it is enabled at Tencent.",
    audience: "operator",
    next: "The people who look after the Tencent account will find the setting in the console, on the page named Login and Messaging.",
  },
  {
    code: 72012,
    title: "Following changes of user profiles is not switched on",
    meaning:
      "The app tried to subscribe to profile changes, such as a new name or picture of another user. Tencent has not activated that for the app.",
    audience: "operator",
    next: "Ask the people who look after the Tencent account to activate the subscription to profile changes in the console, if your app needs it.",
  },
];
