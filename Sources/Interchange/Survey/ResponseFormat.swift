import Model

/// Which program wrote a file of responses.
public enum ResponseFormat: String, Sendable, CaseIterable {
  case auto, limesurvey, kobo, odk, outreach

  /// Told by the columns that only one of them writes.
  init(of header: [String]) {
    let titles = Set(header.map { Self.code(of: $0.trimmed.lowercased()) })
    func has(_ names: String...) -> Bool { !titles.isDisjoint(with: names) }
    self =
      if has("_uuid", "_submission_time", "__version__") {
        .kobo
      } else if has("key", "submissiondate", "meta-instanceid", "meta/instanceid") {
        .odk
      } else if has("submitdate", "startlanguage", "lastpage", "seed") {
        .limesurvey
      } else {
        .outreach
      }
  }

  /// What stands before the words of a question: LimeSurvey writes `q1. How often?` where both are asked for.
  static func code(of title: String) -> String {
    title.firstRange(of: ". ").map { String(title[..<$0.lowerBound]) } ?? title
  }
}

/// What columns that are no question are for.
enum ResponseMeta: Sendable, Equatable {
  /// The response's own id; the smaller number goes before the greater.
  case id(Int)
  /// Makes small running numbers unique.
  case seed
  /// When it was sent; the smaller number goes before the greater.
  case day(Int)
  case language, group, role, mode, stakeholder
  /// Who answered, where, with which device and at which minute: never stored.
  case personal
  /// Of the other program alone.
  case technical

  init?(_ title: String) {
    let key = ResponseFormat.code(of: title.trimmed.lowercased())
    let last = key.split(separator: "/").last.map(String.init) ?? key
    if let found = Self.known[key] ?? Self.known[last] {
      self = found
    } else if key.hasPrefix("attribute_") || key.hasPrefix("user_attribute") {
      self = .personal
    } else if key.hasPrefix("grouptime") || key.hasSuffix("time") && key.hasPrefix("question") {
      self = .technical
    } else {
      return nil
    }
  }

  private static let known: [String: ResponseMeta] = {
    var known: [String: ResponseMeta] = [
      "_uuid": .id(0), "key": .id(1), "meta-instanceid": .id(2), "instanceid": .id(2), "response": .id(3),
      "response id": .id(3), "id": .id(4), "_id": .id(5), "seed": .seed,
      "_submission_time": .day(0), "submissiondate": .day(0), "submitdate": .day(0),
      "date submitted": .day(0),
      "day": .day(1), "today": .day(2),
      "startlanguage": .language, "start language": .language, "language": .language, "lang": .language,
      "_language": .language, "__language": .language, "form_language": .language,
      "group": .group, "stakeholder_role": .role, "mode": .mode, "stakeholder": .stakeholder,
    ]
    for name in [
      "ipaddr", "ip address", "refurl", "referrer url", "token", "access code", "firstname", "first name",
      "lastname", "last name", "email", "e-mail", "email address", "name", "full name", "start", "end",
      "startdate", "date started", "datestamp", "date last action", "deviceid", "device_id", "username",
      "phonenumber", "simserial", "subscriberid", "imei", "submitterid", "submittername", "_submitted_by",
      "audit", "background-audio", "interviewtime", "total time", "_geolocation", "geolocation",
    ] { known[name] = .personal }
    for name in [
      "lastpage", "last page", "__version__", "_status", "_notes", "_tags", "_index", "_validation_status",
      "_parent_index", "_parent_table_name", "_attachments", "_bamboo_dataset_id", "_xform_id_string",
      "rootuuid", "deprecatedid", "instancename", "meta-instancename", "meta-entity", "uuid",
      "attachmentspresent", "attachmentsexpected", "status", "reviewstate", "edits", "formversion",
      "isvalidated", "survey",
    ] { known[name] = .technical }
    return known
  }()
}
