/// A program whose files are known by their headers.
public enum MappingPreset: String, Sendable, CaseIterable {
  /// Google Contacts since 2024.
  case google
  /// Google Contacts before: "Given Name", "E-mail 1 - Type".
  case googleOld = "google-old"
  case outlook, thunderbird, civicrm, limesurvey, mailchimp

  /// What people call the program.
  public var title: String {
    switch self {
    case .google, .googleOld: "Google Contacts"
    case .outlook: "Outlook"
    case .thunderbird: "Thunderbird"
    case .civicrm: "CiviCRM"
    case .limesurvey: "LimeSurvey"
    case .mailchimp: "Mailchimp"
    }
  }

  /// The program that wrote such a header, nil where it is none of these.
  public static func recognize(_ header: [String]) -> MappingPreset? {
    let keys = Set(header.map(ColumnNames.key))
    func has(_ titles: String...) -> Bool { titles.allSatisfy { keys.contains(ColumnNames.key($0)) } }
    if has("Contact ID", "Contact Type"), has("Display Name") || has("Sort Name") { return .civicrm }
    let isLime = ["tid", "token", "participant_id", "attribute_1", "submitdate", "startlanguage"].contains {
      has($0)
    }
    let hasAttribute = keys.contains { $0.hasPrefix("attribute1") || $0.hasPrefix("submitdate") }
    if has("firstname", "lastname", "email"), isLime || hasAttribute { return .limesurvey }
    if has("Given Name", "Family Name"), has("Group Membership") || has("E-mail 1 - Type") || has("Yomi Name")
    {
      return .googleOld
    }
    if has("First Name", "Last Name"),
      has("File As") || has("E-mail 1 - Label") || has("Phone 1 - Label") || has("E-mail 1 - Value")
    {
      return .google
    }
    // Before Outlook: in some languages the two share the words for first and last name.
    if has("Display Name", "Primary Email") || has("Première adresse électronique")
      || has("Correo electrónico primario") || has("Primäre E-Mail-Adresse")
    {
      return .thunderbird
    }
    if has("Email Address", "MEMBER_RATING") || has("Email Address", "LEID", "EUID") { return .mailchimp }
    // Many lists have an "Email Address"; Outlook writes its own with a hyphen.
    let hasHyphen = !has("E-mail Address") || header.contains { $0.trimmed.lowercased() == "e-mail address" }
    let isOutlook = OutlookTitles.signs.contains { signs in
      signs.split(separator: "|").allSatisfy { keys.contains(ColumnNames.key(String($0))) }
    }
    if isOutlook, !hasHyphen, !has("Business Street"), !has("E-mail Type"), !has("Company") { return nil }
    return isOutlook ? .outlook : nil
  }

  var table: TitleTable {
    switch self {
    case .google: GoogleTitles.new
    case .googleOld: GoogleTitles.old
    case .outlook: OutlookTitles.table
    case .thunderbird: AddressBookTitles.thunderbird
    case .civicrm: AddressBookTitles.civicrm
    case .limesurvey: AddressBookTitles.limesurvey
    case .mailchimp: AddressBookTitles.mailchimp
    }
  }
}

/// The columns of Google's two generations of export. Labels ("* Work") are of no use here.
enum GoogleTitles {
  private static let shared: [(String, String)] = [
    ("emails", "E-mail # - Value"), ("phones", "Phone # - Value"), ("links", "Website # - Value"),
    (
      "", "E-mail # - Label|E-mail # - Type|Website # - Label|Website # - Type"
    ),
    ("phones label", "Phone # - Label|Phone # - Type"),
    ("", "Address # - Label|Address # - Type|Birthday|Photo|Event # - Label|Event # - Type|Event # - Value"),
    ("", "Relation # - Label|Relation # - Type|Relation # - Value|IM # - Type|IM # - Service|IM # - Value"),
    ("", "Name Prefix|Organization # - Type|Organization # - Symbol"),
    ("notes titled", "Organization # - Yomi Name"),
    ("", "Organization # - Location|Organization # - Job Description"),
    ("addresses", "Address # - Formatted"), ("addresses street", "Address # - Street"),
    ("addresses street", "Address # - Extended Address"), ("addresses box", "Address # - PO Box"),
    ("addresses city", "Address # - City"), ("addresses region", "Address # - Region"),
    ("addresses postal", "Address # - Postal Code"), ("addresses country", "Address # - Country"),
    ("notes label", "Custom Field # - Label|Custom Field # - Type"),
    ("notes value", "Custom Field # - Value"),
    ("name suffix", "Name Suffix"), ("aliases", "Nickname"), ("notes", "Notes"),
  ]

  static let new = TitleTable(
    shared + [
      ("name given", "First Name"), ("name middle", "Middle Name"), ("name family", "Last Name"),
      ("name reading-given", "Phonetic First Name"), ("name reading-family", "Phonetic Last Name"),
      ("name reading-given", "Phonetic Middle Name"), ("sort_name", "File As"),
      ("affiliations organization", "Organization Name"), ("affiliations role", "Organization Title"),
      ("affiliations department", "Organization Department"), ("tags", "Labels"),
    ])

  static let old = TitleTable(
    shared + [
      ("name", "Name"), ("name given", "Given Name"), ("name middle", "Additional Name"),
      ("name family", "Family Name"), ("name reading-given", "Given Name Yomi"),
      ("name reading-family", "Family Name Yomi"), ("name reading-given", "Additional Name Yomi"),
      ("", "Yomi Name|Initials"),
      ("aliases", "Short Name|Maiden Name"),
      ("affiliations organization", "Organization # - Name"), ("affiliations role", "Organization # - Title"),
      ("affiliations department", "Organization # - Department"), ("tags", "Group Membership"),
      (
        "",
        "Location|Billing Information|Directory Server|Mileage|Occupation|Hobby|Sensitivity|Priority|Subject"
      ),
    ])
}
