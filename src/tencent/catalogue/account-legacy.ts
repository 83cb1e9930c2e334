import type { Explanation } from "../problem.ts";

// Tencent publishes these in its list for web apps; only 70202 and 70403 stand in a second table.
// Where its text gives several codes one wording, the entries say so instead of inventing causes.
export const accountLegacyExplanations: readonly Explanation[] = [
  {
    code: 70002,
    title: "The signature that reached Tencent was empty",
    meaning:
      "A signature (UserSig, the pass that a caller shows to Tencent) was expected, and there was nothing in it. Tencent's hint is to look at how it is made.",
    audience: "operator",
    next: "The people who run this bot need to check the app's number and its secret key: the signature is made from them. If your own app showed this code, its developers check that their server really hands out a signature.",
  },
  {
    code: 70004,
    title: "Part of the signature seems to be missing",
    meaning:
      "The signature (UserSig, the pass that a caller shows to Tencent) did not pass. Tencent's hint is that its end got lost, for example where too little room was kept for it. That also happens when it is copied and pasted.",
    audience: "operator",
    next: "The people who run this bot can compare the signature's length where it is made with its length where it is sent. If the code came from your own app, its developers make the same comparison there.",
  },
  {
    code: 70005,
    title: "The signature did not stand up to Tencent's check",
    meaning:
      "Tencent looked at the signature (UserSig, the pass that a caller shows) and refused it. Five codes in its list for web apps share one wording, so the number alone does not tell what was wrong.",
    audience: "operator",
    next: "The people who run this bot can put a freshly made signature into the checking tool of Tencent's console. If it fails there too, the secret key and the app's number are the first things to compare.",
  },
  {
    code: 70006,
    title: "Tencent turned the signature down without naming a fault",
    meaning:
      "The caller's pass (the signature, or UserSig) failed when Tencent verified it. The only hint given is to test with a tool how it was made.",
    audience: "operator",
    next: "The people who run this bot need to see that the secret key belongs to the same app as the SDKAppID (the app's number at Tencent). Keys for testing and for production are easily swapped.",
  },
  {
    code: 70007,
    title: "The pass shown to Tencent was not accepted",
    meaning:
      "A signature (UserSig, the pass in question) came with the call and did not hold. Tencent gives no closer reason for this number: it repeats the words of the codes around it.",
    audience: "operator",
    next: "Ask the people who run this bot to make a new signature and try it in Tencent's console first. If your own app met the code, its developers do so with the signature that their server makes.",
  },
  {
    code: 70008,
    title: "Signature refused, with a code from the list for web apps",
    meaning:
      "Tencent did not accept the signature (the pass that a caller shows). We know this number only from Tencent's list for web apps, and the list adds no cause.",
    audience: "operator",
    next: "If it came from your own web app, give its developers the user's ID and the time, so that they can test the signature made for that user. If this bot met it, the people who run it compare its key with the console.",
  },
  {
    code: 70010,
    title: "The signature failed and Tencent leaves the reason open",
    meaning:
      "Tencent could not confirm the signature, the pass that tells it who is calling. It has the same advice here as for four other numbers: look at how the signature was made.",
    audience: "operator",
    next: "The people who run this bot can decode the signature, which needs no key, and compare its account, app number and end date with the settings. If all three agree, the key is left to check.",
  },
  {
    code: 70015,
    title: "Tencent has no way to verify this app's kind of account",
    meaning:
      "Tencent looked for a method that fits the app's number (SDKAppID) and the type of account, and found none. Its hint is that linking the app's accounts to Tencent may not have been done.",
    audience: "operator",
    next: "The people who run this bot need to check that the SDKAppID is the right one, and then in Tencent's console whether the account set-up of that app is complete.",
  },
  {
    code: 70017,
    title: "Tencent took too long to check a pass issued by someone else",
    meaning:
      "The caller showed a third-party credential: a proof of identity that somebody other than Tencent issued. Tencent's own check of it did not finish in time.",
    audience: "tencent",
    next: "Have the user sign in again after a short wait. If it keeps coming, your app's developers send Tencent the RequestId and say which outside service issued the proof.",
  },
  {
    code: 70018,
    title: "A pass issued by someone else was refused at Tencent",
    meaning:
      "The caller showed a proof of identity that does not come from Tencent, and the check inside Tencent ended in a refusal. Tencent does not say whether the proof or the check was at fault.",
    audience: "asker",
    next: "Tell your app's developers which user met this and when, so that they can look at the outside service that issued the proof. This bot's look-ups use no such proof.",
  },
  {
    code: 70019,
    title: "The field for the caller's pass was left empty",
    meaning:
      "Tencent was asked over HTTPS, the protected way of the web, to check a caller. The field that should carry the signature (UserSig, the caller's pass) held nothing.",
    audience: "operator",
    next: "The people who run this bot need to see that each call really carries a signature. In your own app, its developers check that the signature has arrived before the sign-in starts.",
  },
  {
    code: 70052,
    title: "Tencent asks for another signature in place of this one",
    meaning:
      "Tencent holds the signature (UserSig, the pass that a caller shows) to be unusable and wants a new one. What makes it unusable is not said.",
    audience: "operator",
    next: "The people who run this bot can restart it, which makes a new signature. In your own app, the user signs out and in again; if that changes nothing, its developers check how signatures are made.",
  },
  {
    code: 70102,
    title: "The account type inside the request was wrong",
    meaning:
      "The request named a type of account, and Tencent found it wrong in the data that it received. It does not list the types that it would take.",
    audience: "asker",
    next: "Pass the logged request on to your app's developers: its field for the account type is the place to look. A room look-up by this bot has no such field.",
  },
  {
    code: 70103,
    title: "A phone number was not in the form that Tencent expects",
    meaning:
      "A phone number in the request was written in a way that Tencent does not read. Its list does not show the form that it wants.",
    audience: "asker",
    next: "Tell your app's developers where in the app the number was entered and how it was typed. They can compare it with numbers that went through.",
  },
  {
    code: 70104,
    title: "An email address was not written as Tencent expects",
    meaning:
      "The request held an email address whose form Tencent refused. Which rule it broke is not documented.",
    audience: "asker",
    next: "Look at the address for a blank, a missing @ or a lost end, and correct it in your app. If it looks right, the app's developers can check what was sent in its place.",
  },
  {
    code: 70105,
    title: "A TLS account was not named in the right form",
    meaning:
      "Tencent refused the way in which a TLS account was written. TLS is its name for one kind of account here; its list explains neither the kind nor the form.",
    audience: "asker",
    next: "Give your app's developers the account name from the log. They can set it beside names that Tencent accepts, or ask Tencent which form a TLS account has.",
  },
  {
    code: 70106,
    title: "Tencent does not allow the account format that was named",
    meaning:
      "The request says in which format its accounts are given, and the value for that format is not a valid one. The valid values are not in Tencent's list of codes.",
    audience: "asker",
    next: "Your app's developers can compare the format value in the failing request with one from a request that works. This bot's look-ups carry no such value.",
  },
  {
    code: 70113,
    title: "One request covered a number of items that is not allowed",
    meaning:
      "The request was for several items at once (a batch), and how many there were was not right. Tencent does not say whether that was too many or too few.",
    audience: "asker",
    next: "Ask your app's developers how many items the batch held. Sending fewer at a time, and never an empty batch, shows whether the size was the trouble.",
  },
  {
    code: 70114,
    title: "Tencent held this back for reasons of security",
    meaning:
      "A restriction for security stopped the request at Tencent. Which one it was, and how long it lasts, is not said.",
    audience: "tencent",
    next: "Leave some time before the next attempt. If the restriction stays, send Tencent the RequestId and ask what caused it: nobody else can see that.",
  },
  {
    code: 70115,
    title: "This developer's account is not the one that owns the app",
    meaning:
      "An app at Tencent belongs to a developer, whose account has a number (uin). The number that Tencent saw is not that of the developer behind this SDKAppID (the app's number at Tencent).",
    audience: "operator",
    next: "The people who run this bot need to look up under which Tencent account the app was created, and whether the SDKAppID in the settings is really that app's.",
  },
  {
    code: 70140,
    title: "The app and the account type do not belong together",
    meaning:
      "Tencent compared the app's number (SDKAppID) with the type of account (acctype), and the two do not fit each other.",
    audience: "operator",
    next: "The people who run this bot first rule out that the numbers of a test app and a production app were swapped. If the number is right, Tencent can tell which account type the app has.",
  },
  {
    code: 70145,
    title: "The kind of account was not one that Tencent takes here",
    meaning:
      "Tencent judged the account's type to be wrong. Unlike similar codes, this one does not say where the type stood or with what it was compared.",
    audience: "asker",
    next: "Note what the user was doing in your app when this came up and tell the app's developers: it shows them which call named the type.",
  },
  {
    code: 70201,
    title: "Tencent had an internal fault while handling an account",
    meaning:
      "Something inside Tencent's account system went wrong. Its list for web apps says no more than that, here and for a dozen other codes.",
    audience: "tencent",
    next: "Wait a minute and ask again. If the fault is still there, send Tencent the RequestId and say since when you have seen it.",
  },
  {
    code: 70202,
    title: "A server of Tencent's account system did not answer in time",
    meaning:
      "One of Tencent's tables speaks only of an internal fault. Another is more precise: one of its own servers took too long.",
    audience: "tencent",
    next: "Give Tencent a moment, then repeat what you did. If no answer comes for longer, the RequestId and the time of the first failure help Tencent's support.",
  },
  {
    code: 70203,
    title: "An account request failed inside Tencent",
    meaning:
      "Tencent reports a fault of its own and gives no cause. The number stands in its list just before the codes about account types; whether it is related to them is not said.",
    audience: "tencent",
    next: "Tencent's own advice is another attempt, so no setting needs to change for now. If several attempts end alike, pass the RequestId to Tencent's support.",
  },
  {
    code: 70204,
    title: "No account type is on record for this app",
    meaning:
      "Tencent searched for the account type (acctype) that goes with the app's number (SDKAppID), and none matches.",
    audience: "operator",
    next: "The people who run this bot should check that the SDKAppID is complete and lives in the data centre that the settings name. If so, Tencent's support can look at how the app was set up.",
  },
  {
    code: 70205,
    title: "Tencent could not look up the account type this time",
    meaning:
      "The search for an account type (acctype) came to nothing. As Tencent advises another attempt, the type itself need not be missing.",
    audience: "tencent",
    next: "Try again in a minute or two. If the type is still not found, the people who run this bot can ask Tencent, with the RequestId, which account type it has on file for the app.",
  },
  {
    code: 70206,
    title: "The count of a batch request is outside what Tencent allows",
    meaning:
      "A request can handle many items in one go. The count in this one is not valid, and the limit is not given with the code.",
    audience: "asker",
    next: "Your app's developers should hold the count that the request gives against the items that it really contains, and against the limit on Tencent's page for that command.",
  },
  {
    code: 70207,
    title: "Tencent could not finish an account request",
    meaning:
      "A fault inside Tencent stopped the request, and Tencent does not say which. In its list the number follows a code about batch sizes, which may be chance.",
    audience: "tencent",
    next: "Try again in a few minutes. If your app goes on meeting it, its developers note the command that they called, the time and the RequestId for Tencent's support.",
  },
  {
    code: 70208,
    title: "An account request went wrong on Tencent's side",
    meaning:
      "Tencent names an internal fault and nothing else. The codes after it in the list concern the developer's account; Tencent does not say whether this one does.",
    audience: "tencent",
    next: "Leave it for a few minutes and then repeat the step. If it lasts, Tencent's support should get the RequestId together with the app's number (SDKAppID).",
  },
  {
    code: 70209,
    title: "Tencent could not get the number of the developer's account",
    meaning:
      "Behind an app stands a developer with an account number at Tencent (uin). Tencent tried to read that number and did not get it; it gives no reason.",
    audience: "tencent",
    next: "Try again later. If it stays, somebody with access to the Tencent account can give Tencent's support the SDKAppID (the app's number) and the RequestId.",
  },
  {
    code: 70210,
    title: "The request names someone other than the app's developer",
    meaning:
      "The request carried a uin, a number that stands for an account at Tencent. It is not the number of the developer's account.",
    audience: "asker",
    next: "Ask your app's developers which uin their request sends and where they took it from: it should be that of the account that owns the app. This bot's look-ups send none.",
  },
  {
    code: 70211,
    title: "The Tencent account number in the request is not valid",
    meaning:
      "The uin (a number that stands for an account at Tencent) is not one that Tencent accepts. Whether its form is wrong or there is no such account is left open.",
    audience: "asker",
    next: "Your app's developers can copy the number anew from their Tencent account and compare it, digit for digit, with the uin that the app sends.",
  },
  {
    code: 70212,
    title: "Tencent's account servers hit a fault of their own",
    meaning:
      "The request met an internal fault at Tencent. Nothing is known about it except that Tencent suggests another attempt.",
    audience: "tencent",
    next: "Repeat the request later and write down how often it fails. A single failure needs nothing more; a row of them is for Tencent, with each RequestId.",
  },
  {
    code: 70213,
    title: "Tencent could not reach its own data",
    meaning:
      "To answer, Tencent needed data that it keeps itself, and it could not get at them. Nothing in the text points at the request or at anybody's settings.",
    audience: "tencent",
    next: "Wait a few minutes and ask again. If Tencent still cannot reach its data, send it the RequestId and name the data centre of your app.",
  },
  {
    code: 70214,
    title: "A check of the caller's proof failed inside Tencent",
    meaning:
      "Tencent checked a credential (what a caller shows to prove who it is) within its own systems, without success. The text leaves open whether the credential or Tencent is the cause.",
    audience: "operator",
    next: "The people who run this bot first try a newly made signature. If that one meets the same code, the matter is Tencent's, and the RequestId goes to its support.",
  },
  {
    code: 70221,
    title: "The user's sign-in does not hold and has to be done again",
    meaning:
      "Tencent does not accept the state of this sign-in. The user has to prove once more who they are, with a signature (UserSig, the user's pass).",
    audience: "asker",
    next: "Ask the user to sign out of your app and in again. If that does not help, the app's developers check that a new sign-in really fetches a signature from their server.",
  },
  {
    code: 70222,
    title: "Tencent reports trouble inside its account system",
    meaning:
      "Tencent names an internal fault and gives no detail. The code comes right after the code for a sign-in that does not hold; Tencent does not connect the two.",
    audience: "tencent",
    next: "Wait, then try again. If one user meets it again and again while others do not, tell Tencent that user's ID along with the RequestId.",
  },
  {
    code: 70225,
    title: "Tencent's account system failed for a reason it does not give",
    meaning:
      "Tencent takes this failure on itself: it speaks of an internal fault and asks for another attempt. Its list has no further word on the number.",
    audience: "tencent",
    next: "See whether other users or rooms meet the same. If it does not pass, tell Tencent what you saw, with a RequestId for each case.",
  },
  {
    code: 70231,
    title: "Account handling at Tencent stopped with a fault",
    meaning:
      "While Tencent dealt with an account, something of its own failed. The documents leave out which part that was.",
    audience: "tencent",
    next: "Do the same step once more in a little while. If it ends the same way, copy the RequestId from the card or from your app's log and send it to Tencent's support.",
  },
  {
    code: 70236,
    title: "The signature that stands for a user did not pass",
    meaning:
      "Tencent checked the signature made for a user (UserSig, the user's pass) and refused it. For this number it gives no cause and no advice.",
    audience: "operator",
    next: "The people who run this bot check that the account in the settings is the one for which the signature was made. In your own app, its developers do the same for the user concerned.",
  },
  {
    code: 70308,
    title: "Tencent puts this account failure down to itself",
    meaning:
      "The code stands for one more internal fault in Tencent's account system. No other code in the list is close to it, so even its surroundings tell nothing.",
    audience: "tencent",
    next: "Come back to it in a quarter of an hour. If it goes on, hand Tencent one failing example: the RequestId, the time, and what was asked.",
  },
  {
    code: 70346,
    title: "The caller's proof of identity was not accepted",
    meaning:
      "A credential (what a caller shows to prove who it is) failed at Tencent. Tencent has a separate code for one that has run out; for this one it names no reason.",
    audience: "operator",
    next: "The people who run this bot compare three settings with Tencent's console: the app's number, the account and the secret key. If your own app met it, its developers compare theirs.",
  },
  {
    code: 70347,
    title: "The caller's proof of identity had run out",
    meaning:
      "A credential (what a caller shows to prove who it is) was past its end. A signature, for instance, holds only for the number of seconds set when it was made.",
    audience: "operator",
    next: "The people who run this bot need to see that its signature is renewed well before its end. If your own app met it, its developers check that a fresh signature is fetched, and that each one lasts a day or more.",
  },
  {
    code: 70348,
    title: "A step inside Tencent's account system did not work",
    meaning:
      "An internal fault at Tencent got in the way. Two codes about a caller's proof of identity stand just before it in the list, but nothing says that this one is about such a proof.",
    audience: "tencent",
    next: "After a pause, try once more with the same account. If the fault stays, Tencent's support can be asked about it with the RequestId; a new signature is not what Tencent asks for.",
  },
  {
    code: 70362,
    title: "A step inside Tencent's account system took too long",
    meaning:
      "Some part of Tencent waited for another part and gave up. Which step it was is not documented, and Tencent suggests another attempt.",
    audience: "tencent",
    next: "Try again when a minute or two have passed. If it stays slow, send Tencent the RequestId and say whether it happens all day or only at busy hours.",
  },
  {
    code: 70401,
    title: "Tencent's account system could not serve the request",
    meaning:
      "Tencent speaks of an internal fault. The code is not the one for a request with wrong content, which has a number of its own.",
    audience: "tencent",
    next: "Nobody on your side can mend this. Wait a few minutes, and if it has not passed by then, report the RequestId to Tencent.",
  },
  {
    code: 70403,
    title: "Only an app administrator may do this, and the caller is not one",
    meaning:
      "The command is reserved for accounts that are administrators of the app at Tencent. The account that called has no such right.",
    audience: "operator",
    next: "In Tencent's console, the people who run this bot make its account an App administrator, or they put the name of an existing one into the settings. Capital letters in the name count.",
  },
];
