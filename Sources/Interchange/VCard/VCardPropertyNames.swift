extension VCardFields {
  /// Before the names of fields that vCard has no property for.
  static let ownPrefix = "X-OUTREACH-"

  /// The groups that Google gives all contacts.
  static let systemTags: Set<String> = ["mycontacts", "* mycontacts", "starred", "* starred"]

  /// Whether a property is left out on purpose.
  static func isLeftOut(_ name: String) -> Bool { leftOut.contains(name) }

  private static let leftOut: Set<String> = [
    "PHOTO", "LOGO", "SOUND", "KEY", "BDAY", "ANNIVERSARY", "BIRTHPLACE", "DEATHPLACE", "DEATHDATE", "GEO",
    "TZ",
    "RELATED", "MEMBER", "AGENT", "HOBBY", "X-SPOUSE", "X-ANNIVERSARY", "X-MANAGER", "X-ASSISTANT",
    "X-ABRELATEDNAMES", "X-ABDATE", "X-MS-ANNIVERSARY", "X-MS-SPOUSE", "X-MS-CARDPICTURE", "X-MS-CHILD",
    "X-MS-MANAGER", "X-MS-ASSISTANT", "X-EVOLUTION-SPOUSE", "X-EVOLUTION-ANNIVERSARY", "X-EVOLUTION-MANAGER",
    "X-EVOLUTION-ASSISTANT", "X-KADDRESSBOOK-X-ANNIVERSARY", "X-MAIDENNAME", "X-CHILDREN",
    "CALURI", "CALADRURI", "FBURL", "MAILER", "X-ADDRESSBOOKSERVER-MEMBER", "X-IMAGETYPE", "X-IMAGEHASH",
    "X-ABCROP-RECTANGLE", "X-MS-OL-DEFAULT-POSTAL-ADDRESS", "X-MS-OL-DESIGN",
  ]

  /// Whether something is made of a property, or it says nothing of the stakeholder.
  static func isKnown(_ name: String) -> Bool { known.contains(name) || name.hasPrefix(ownPrefix) }

  private static let known: Set<String> = [
    "FN", "N", "NICKNAME", "SORT-STRING", "KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS", "EMAIL", "TEL",
    "X-MS-TEL",
    "ADR",
    "LABEL", "URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "ORG-DIRECTORY", "CONTACT-URI", "IMPP", "X-ORCID",
    "X-ROR", "X-SKYPE", "X-SKYPE-USERNAME", "X-TWITTER", "X-JABBER", "X-AIM", "X-ICQ", "X-MSN", "X-YAHOO",
    "X-GOOGLE-TALK", "X-GTALK", "X-QQ", "X-MATRIX", "X-WECHAT", "X-TELEGRAM", "X-WHATSAPP", "X-SIGNAL",
    "X-MS-IMADDRESS", "ORG", "TITLE", "ROLE", "LANG", "X-LANGUAGE", "CATEGORIES", "EXPERTISE", "INTEREST",
    "GENDER", "X-GENDER", "X-WAB-GENDER", "NOTE", "UID",
    "VERSION", "PRODID", "REV", "PROFILE", "NAME", "SOURCE", "CLASS", "CLIENTPIDMAP", "X-ABLABEL",
    "X-ABADR", "X-ABUID", "X-EVOLUTION-FILE-AS", "X-EVOLUTION-LIST",
    "X-PHONETIC-FIRST-NAME", "X-PHONETIC-LAST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-ORG",
    "X-MOZILLA-HTML", "X-EVOLUTION-WEBDAV-ETAG", "X-EVOLUTION-BLOG-URL",
    "CREATED", "LANGUAGE",
  ]
}
