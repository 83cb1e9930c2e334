import type { Explanation } from "../problem.ts";

/** Codes of Tencent's chat groups, and of the communities built on them. A room's chat is such a group. */
export const chatGroupExplanations: readonly Explanation[] = [
  {
    code: 10002,
    title: "Tencent's chat group service had a fault of its own",
    meaning:
      "Something went wrong inside Tencent while it worked on a chat group (the chat that belongs to a room is a chat group at Tencent). The request itself need not be wrong.",
    audience: "tencent",
    next: "Wait a few minutes and ask again. If it lasts, send Tencent the RequestId.",
  },
  {
    code: 10003,
    title: "Tencent does not know the chat group command that was asked for",
    meaning:
      "Each request to Tencent names the command it wants carried out. The name in this request is not one that Tencent knows for chat groups.",
    audience: "asker",
    next: "Ask your app's developers to compare the command name in the request's address with Tencent's documents, letter by letter.",
  },
  {
    code: 10004,
    title: "A value in a chat group request was not accepted",
    meaning:
      "Something in the request has a form or a size that Tencent does not take. Tencent sends a short text along with this code, the ErrorInfo, which is the best hint at what it was.",
    audience: "asker",
    next: "Copy the ErrorInfo and the RequestId from the logs for your app's developers, so that they can find the value that it speaks of.",
  },
  {
    code: 10005,
    title: "Too many accounts in one chat group request",
    meaning:
      "The request names more people than Tencent handles in one go for a chat group. How many are allowed is not told with this code.",
    audience: "asker",
    next: "Ask your app's developers to split the list of people over several smaller requests.",
  },
  {
    code: 10006,
    title: "Chat group requests came faster than Tencent allows",
    meaning:
      "Tencent limits how often an action on chat groups may be asked for, and this request came on top of that limit. The code does not tell where the limit lies.",
    audience: "asker",
    next: "Wait a few seconds before the next attempt. If it keeps coming back, ask your app's developers to spread these requests over more time.",
  },
  {
    code: 10007,
    title: "This chat group action is not permitted",
    meaning:
      "Tencent turned the action down. There are three usual reasons: this kind of chat group does not offer it, the account has no right to do it in this group, or the call was not made as an administrator of the app.",
    audience: "asker",
    next: "Tell your app's developers the kind of group, the action and the account, so that they can go through the three reasons. If none fits, Tencent's support can help.",
  },
  {
    code: 10009,
    title: "The owner of a chat group cannot leave it",
    meaning:
      "Somebody wanted to leave a chat group, and that person owns it. Tencent does not let an owner walk out of their own group.",
    audience: "asker",
    next: "Ask your app's developers to compare the person who left with the group's owner. If they are the same, the app should not offer leaving to that person.",
  },
  {
    code: 10010,
    title: "Tencent finds no chat group with this ID",
    meaning:
      "Tencent has no chat group under the ID in the request. Either it was closed earlier, or the ID was never in use.",
    audience: "asker",
    next: "Compare the group ID in the logs with the one you expect. If they match, tell your app's developers that this group can no longer be used.",
  },
  {
    code: 10011,
    title: "Tencent could not read a chat group request",
    meaning:
      "The content of a request has to be written as JSON, a strict way of writing down data. What arrived breaks those rules, and a comma too many is enough for that.",
    audience: "asker",
    next: "Ask your app's developers to put the content that the app sent through a JSON checker.",
  },
  {
    code: 10012,
    title: "The account behind a chat group action is not valid",
    meaning:
      "An action in a chat group is done in somebody's name. The account that this request gives as the one acting is not acceptable to Tencent.",
    audience: "asker",
    next: "Ask your app's developers which account the app put down as the one acting, and whether it is spelled as in your app's user list.",
  },
  {
    code: 10013,
    title: "This person is already in the chat group",
    meaning:
      "The app tried to add somebody to a chat group who was in it before. There was nothing to add.",
    audience: "asker",
    next: "Nothing has to be done for this person. Ask your app's developers to treat this answer as success, or to look at the member list before they add somebody.",
  },
  {
    code: 10014,
    title: "The chat group has no place left",
    meaning:
      "The chat group holds as many members as it may, or would go past that with the people in this request. So Tencent could not add them.",
    audience: "asker",
    next: "If several people were added at once, your app's developers can try with fewer. If not, ask them to check the largest size set for this group.",
  },
  {
    code: 10015,
    title: "This chat group was closed, or never existed",
    meaning:
      "This is one of two codes that Tencent has for a chat group it cannot find. It does not say what sets the two apart.",
    audience: "asker",
    next: "Ask your app's developers whether the app closed this group, and when. The group ID from the logs helps them to find out.",
  },
  {
    code: 10016,
    title: "Your app's own server refused a chat group action",
    meaning:
      "Before acting, Tencent can ask your app's server for leave; that question is named a callback. Your app's server said no, so Tencent did not go on.",
    audience: "asker",
    next: "Give your app's developers the time and the RequestId. They can look up in their server's logs what it answered to the callback, and why.",
  },
  {
    code: 10017,
    title: "The sender is muted in the chat group",
    meaning:
      "The message was not sent, because the person who wrote it may not write in this chat group at present. The code does not tell who muted them or until when.",
    audience: "asker",
    next: "Ask the people who moderate the room whether this person is meant to be muted, and have it lifted if not.",
  },
  {
    code: 10018,
    title: "The answer about a chat group would be too long",
    meaning:
      "The request asks for so much at once that the answer would not fit into 1 MB, the most that Tencent sends back.",
    audience: "asker",
    next: "Ask your app's developers to request less each time, for example fewer groups or fewer members.",
  },
  {
    code: 10019,
    title: "A chat group request names an account that does not exist",
    meaning:
      "The request is about a person whose account Tencent does not have. The account ID may be misspelled, or may never have been created.",
    audience: "asker",
    next: "Pass the account ID from the logs to your app's developers, and ask them whether that account was ever made known to Tencent.",
  },
  {
    code: 10021,
    title: "This chat group ID is already taken",
    meaning:
      "The app wanted to give a chat group an ID that another group has. An ID can belong to one group only.",
    audience: "asker",
    next: "Ask your app's developers to let the app choose a different ID for the new group.",
  },
  {
    code: 10023,
    title: "Too many messages in one chat group within a second",
    meaning:
      "A single chat group takes up to 40 messages in a second. More than that were sent to this one, and this message was over the limit.",
    audience: "asker",
    next: "Ask your app's developers to leave more time between messages, or to mark the ones that matter as more important than the rest.",
  },
  {
    code: 10024,
    title: "This chat group invitation or request was settled before",
    meaning:
      "Somebody has dealt with this invitation, or with this wish to join, at an earlier time. It cannot be answered twice.",
    audience: "asker",
    next: "There is nothing left to decide. If your app still shows it as open, let your app's developers know.",
  },
  {
    code: 10025,
    title: "This chat group ID is taken by a group of the same owner",
    meaning:
      "The app wanted an ID for a chat group that is in use already, and the group behind it belongs to the very account that asked.",
    audience: "asker",
    next: "Tell your app's developers that the app can go on with the group it has; there is no need to create it again.",
  },
  {
    code: 10026,
    title: "A chat group command is switched off for this app",
    meaning:
      "Tencent does not carry out this command for this SDKAppID (the app's number at Tencent). Its table gives neither a reason nor a remedy.",
    audience: "operator",
    next: "The people who run this bot can ask Tencent's support why the command is off for the app, naming the command and the RequestId.",
  },
  {
    code: 10030,
    title: "The chat group message to take back was not found",
    meaning:
      "The app asked Tencent to take back (recall) a message. There is none with the sequence number in the request, which is the number that marks a message in its chat group.",
    audience: "asker",
    next: "Ask your app's developers to compare the sequence number in the request with that of the message they meant.",
  },
  {
    code: 10031,
    title: "It is too late to take back this chat group message",
    meaning:
      "A message can be taken back (recalled) only for a short while after it was sent. That is 2 minutes, unless the app has been set to something else.",
    audience: "asker",
    next: "Tell the sender that this message can no longer be taken back. Your app's developers know how much time your app gives.",
  },
  {
    code: 10032,
    title: "This chat group message cannot be taken back",
    meaning:
      "Tencent does not offer recall (taking a message back) for the message in question. It does not list which messages are left out.",
    audience: "asker",
    next: "Tell your app's developers what the message contained, so that the app can leave out the recall button for messages like it.",
  },
  {
    code: 10033,
    title: "This kind of chat group has no taking back of messages",
    meaning:
      "Tencent has several kinds of chat group, and they differ in what they offer. In this kind, nobody can take back (recall) a message.",
    audience: "asker",
    next: "Ask your app's developers of which kind this group is. If recall matters to you, they can say whether another kind would suit.",
  },
  {
    code: 10034,
    title: "This kind of chat group message cannot be deleted",
    meaning:
      "Whether a message can be deleted depends on its kind, and for this kind Tencent does not offer it. Its table does not name the kinds.",
    audience: "asker",
    next: "Ask your app's developers which kind of message this was, and to offer no deleting for that kind.",
  },
  {
    code: 10035,
    title: "Messages cannot be deleted in these two kinds of chat group",
    meaning:
      "AVChatRoom and BChatRoom are Tencent's names for two kinds of chat group. This group is one of them, and deleting messages is possible in neither.",
    audience: "asker",
    next: "Ask your app's developers to hide the delete button wherever the group is an AVChatRoom or a BChatRoom.",
  },
  {
    code: 10036,
    title: "The app has used up its AVChatRoom chat groups",
    meaning:
      "AVChatRoom is Tencent's name for a kind of chat group that suits live audiences. The app has created as many of them as it may.",
    audience: "operator",
    next: "The people who run this bot can buy the AVChatRoom package at Tencent. It takes about 5 minutes to work.",
  },
  {
    code: 10037,
    title: "One person is in as many chat groups as the plan allows",
    meaning:
      "Tencent counts the chat groups that one person has created or joined, and this person can have no more. The app's plan at Tencent decides how many there may be.",
    audience: "operator",
    next: "The people who run this bot can choose a larger plan if your users need more groups each. Until then, the person can leave a group that they no longer use.",
  },
  {
    code: 10038,
    title: "The chat group has reached the size that the plan allows",
    meaning:
      "The chat group would have more members than it may. A larger plan lifts the ceiling, and the size set on the group itself has to be raised as well.",
    audience: "operator",
    next: "The people who run this bot can upgrade the plan at Tencent. About 5 minutes later, your app's developers can raise the largest size set on this group.",
  },
  {
    code: 10041,
    title: "Taking back chat group messages is switched off for this app",
    meaning:
      "Recall (taking back a message) is set to off in chat groups for this whole SDKAppID, the app's number at Tencent. It is not about this one message.",
    audience: "operator",
    next: "The people who run this bot can check how recall is set for the app at Tencent, and whether that is wanted.",
  },
  {
    code: 10044,
    title: "Earlier messages cannot be fetched in this kind of chat group",
    meaning:
      "Roaming means that people can load earlier messages again, on another device for example. This kind of chat group does without it; AVChatRoom, a kind that suits live audiences, is one of those.",
    audience: "asker",
    next: "Tell your app's developers not to load older messages in such groups. If your team needs them later, the app has to keep them itself.",
  },
  {
    code: 10045,
    title: "The name of a chat group attribute is too long",
    meaning:
      "An app can keep small notes of its own with a chat group, named attributes; each has a name (the key) and a value. A name may take up to 32 bytes, where a plain letter takes one and an accented one more.",
    audience: "asker",
    next: "Ask your app's developers to pick a shorter name for the attribute, 32 bytes at most.",
  },
  {
    code: 10046,
    title: "The value of a chat group attribute is too long",
    meaning:
      "The app wanted to keep a note of its own (an attribute) with a chat group. Its text takes more than the 4000 bytes that one attribute may have.",
    audience: "asker",
    next: "Ask your app's developers to shorten the value, or to keep the long text in their own database.",
  },
  {
    code: 10047,
    title: "The chat group has too many attributes",
    meaning:
      "Up to 16 attributes (notes that the app keeps with a chat group) fit on one group. The request would bring it past that.",
    audience: "asker",
    next: "Ask your app's developers which attributes of the group are no longer needed, and to remove those first.",
  },
  {
    code: 10048,
    title: "All attributes of the chat group together are too long",
    meaning:
      "The attributes of a chat group (notes that the app keeps with it) share 16000 bytes, names and values counted together. Each may be fine by itself, and the total is still too much.",
    audience: "asker",
    next: "Ask your app's developers to add up the length of the group's attributes and to shorten the longest ones.",
  },
  {
    code: 10049,
    title: "Chat group attributes were changed too often",
    meaning:
      "The app writes its attributes (notes that it keeps with a chat group) more often than Tencent lets it. The code does not tell the limit.",
    audience: "asker",
    next: "Ask your app's developers to pause longer from one change to the next, or to gather several changes into one.",
  },
  {
    code: 10050,
    title: "The chat group attribute to delete is not there",
    meaning:
      "The app wanted to remove an attribute (a note that it keeps with a chat group), and the group has none of that name.",
    audience: "asker",
    next: "Ask your app's developers whether the attribute was removed before, or has a different spelling in the request.",
  },
  {
    code: 10051,
    title: "A chat group deletion covered too many messages",
    meaning:
      "The app wanted to delete messages over a wider range than Tencent takes. Tencent does not say more about how wide the range may be.",
    audience: "asker",
    next: "Ask your app's developers to delete the messages in several smaller portions.",
  },
  {
    code: 10052,
    title: "The chat group message to delete was not found",
    meaning:
      "Tencent deleted nothing for this request, because the chat group holds no such message.",
    audience: "asker",
    next: "Check with your app's developers that the message and the group belong together, and that nobody deleted it before.",
  },
  {
    code: 10053,
    title: "Too many people were mentioned in the chat group",
    meaning:
      "A mention calls a member by name, often with an @. There were more than the 30 that Tencent takes in a chat group; it does not say more.",
    audience: "asker",
    next: "Mention 30 people or fewer. If nobody typed that many names, ask your app's developers whether the app adds them.",
  },
  {
    code: 10054,
    title: "The chat group has too many members for one answer",
    meaning:
      "The app asked for the members of a chat group all at once, and there are more than Tencent hands out in one answer.",
    audience: "asker",
    next: "Ask your app's developers to fetch the member list in portions, page after page.",
  },
  {
    code: 10056,
    title: "Two changes to chat group attributes got in each other's way",
    meaning:
      "Attributes are notes that the app keeps with a chat group. Another change to them arrived at about the same time, so Tencent did not take this one.",
    audience: "asker",
    next: "Ask your app's developers to read the attributes afresh just before each change, and then to write.",
  },
  {
    code: 10058,
    title: "The trial has used up its 100 chat groups",
    meaning:
      "The app runs on Tencent's trial, which comes with 100 chat groups. All of them are in use, so no further one can be made.",
    audience: "operator",
    next: "The people who run this bot can buy a package that allows more groups; it works about 5 minutes after the purchase.",
  },
  {
    code: 10059,
    title: "The plan does not include this chat group feature",
    meaning:
      "What the app asked for belongs to Tencent's larger plans: Pro, Pro Plus or Enterprise. The app has none of these at present.",
    audience: "operator",
    next: "The people who run this bot can compare the plans at Tencent and move to one that has the feature. Allow about 5 minutes after a purchase.",
  },
  {
    code: 10060,
    title: "The chat group is too large for read receipts",
    meaning:
      "A read receipt shows who has seen a message. Tencent offers it for chat groups up to a certain size, and this one is larger; the code does not tell the figure.",
    audience: "asker",
    next: "Ask your app's developers to send messages without read receipts in groups as large as this one.",
  },
  {
    code: 10061,
    title: "Online messages in a chat group have no read receipts",
    meaning:
      "An online message reaches only the people who are connected at that moment. For such a message Tencent cannot tell who has seen it.",
    audience: "asker",
    next: "Ask your app's developers to send it either as an ordinary message or without the wish for a read receipt.",
  },
  {
    code: 10062,
    title: "There is no read receipt for this chat group message",
    meaning:
      "The app asked who has seen a message in a chat group. Tencent holds nothing about that for this message, and does not say why.",
    audience: "asker",
    next: "Ask your app's developers whether the message was sent with a read receipt in the first place.",
  },
  {
    code: 10063,
    title: "The chat group has too many counters",
    meaning:
      "An app can keep numbers of its own with a chat group, named counters. A group may have 20 of them, and the request asks for more.",
    audience: "asker",
    next: "Ask your app's developers to reuse a counter that the group has, or to remove one that is no longer read.",
  },
  {
    code: 10070,
    title: "Too many messages are pinned in the chat group",
    meaning:
      "A pinned message stays at the top for everyone. This chat group has as many as Tencent allows; the code does not tell how many that is.",
    audience: "asker",
    next: "Unpin an older message before you pin another one. If your app has no way to unpin, tell your app's developers.",
  },
  {
    code: 11000,
    title: "Community chat groups are not switched on for this app",
    meaning:
      "A community is a kind of chat group that is divided into topics. The app used it without having it switched on at Tencent.",
    audience: "operator",
    next: "The people who run this bot can look in Tencent's console, where the app's settings are kept, whether communities can be switched on for it.",
  },
  {
    code: 110006,
    title: "Tencent cannot find this permission group in a chat group",
    meaning:
      "A permission group is a set of members with the same rights in a community, a kind of chat group. The one in the request was closed earlier or was never created.",
    audience: "asker",
    next: "Give your app's developers the ID of the permission group from the logs and ask them when it was last there.",
  },
  {
    code: 110007,
    title: "A permission group of a chat group could not be deleted",
    meaning:
      "The app asked for a permission group (members who share the same rights in a community) to be deleted. That failed, and Tencent gives no reason.",
    audience: "tencent",
    next: "Let your app try the deletion again a little later. If it fails each time, send Tencent the RequestId.",
  },
  {
    code: 110008,
    title: "This permission group of a chat group is missing or deleted",
    meaning:
      "Tencent has two codes for a permission group (members who share the same rights in a community) that it cannot find. It does not tell them apart any further.",
    audience: "asker",
    next: "Ask your app's developers whether the app deleted this permission group, and to stop using its ID if so.",
  },
  {
    code: 110010,
    title: "The chat group topic is already in this permission group",
    meaning:
      "The app wanted to put a topic (one part of a community's chat) into a permission group, which is a set of members with the same rights. It was in there already.",
    audience: "asker",
    next: "No change is needed for this topic. Your app's developers can take this answer as a sign that the topic was added before.",
  },
  {
    code: 110011,
    title: "The chat group topic is not in this permission group",
    meaning:
      "The app named a topic (one part of a community's chat) and a permission group (members with the same rights). Tencent does not find the one in the other.",
    audience: "asker",
    next: "Ask your app's developers to check both IDs, and to add the topic to the permission group if it was left out.",
  },
  {
    code: 110012,
    title: "A permission group of a chat group has too many members",
    meaning:
      "A permission group (a set of people with the same rights in a community) can take only so many members. It would go past that, and Tencent's table gives no figure.",
    audience: "asker",
    next: "Ask your app's developers to take out people who no longer belong there, or to use a second permission group.",
  },
  {
    code: 110013,
    title: "The ID of a chat group topic is not valid",
    meaning:
      "A topic is one part of a community's chat, and has an ID of its own. Tencent does not accept the one in this request, and does not say what is wrong with it.",
    audience: "asker",
    next: "Ask your app's developers to compare the topic's ID with the topics that the community really has.",
  },
  {
    code: 110014,
    title: "The rights for a chat group topic were deleted",
    meaning:
      "The app relied on rights that a permission group (members who share the same rights) had for a topic, one part of a community's chat. Those rights are gone.",
    audience: "asker",
    next: "Ask your app's developers whether the rights were removed on purpose, and to grant them anew if not.",
  },
];
