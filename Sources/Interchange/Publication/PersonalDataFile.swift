import Model

/// A person's own data as one JSON file (RFC 8259) that they can read or take elsewhere.
public enum PersonalDataFile {
  /// What programs that read such files know, in its order; what comes later follows under its own name.
  private static let names: [(kind: RecordKind, name: String)] = [
    (.engagement, "contacts"), (.enquiry, "enquiries"), (.spokesperson, "spokesperson"),
    (.invitation, "invitations"), (.surveyResponse, "survey_responses"), (.opportunity, "opportunities"),
    (.comment, "comments"), (.concern, "concerns"), (.focusGroup, "focus_groups"), (.evidence, "evidence"),
  ]
  private static let kinds =
    names.map(\.kind) + PersonalData.kinds.filter { kind in !names.contains { $0.kind == kind } }

  private static func name(of kind: RecordKind) -> String {
    names.first { $0.kind == kind }?.name ?? kind.rawValue
  }

  public static func bytes(_ data: PersonalData) -> [UInt8] {
    var bytes = Array("{\n".utf8)
    append("record", record(data.stakeholder), to: &bytes)
    for kind in kinds {
      append(name(of: kind), list(data.records[kind, default: []].map { record($0) }), to: &bytes)
    }
    append("history", list(data.history.map(event)), to: &bytes)
    append("notices", list(data.notices.map(quoted)), to: &bytes)
    append("register_releases", list(data.releases.map(String.init)), to: &bytes)
    append("mentioned_in", list(data.mentions.map { quoted($0.description) }), to: &bytes, isLast: true)
    return bytes + "}\n".utf8
  }

  private static func append(_ name: String, _ value: String, to bytes: inout [UInt8], isLast: Bool = false) {
    bytes += "  \(quoted(name)): \(value)\(isLast ? "" : ",")\n".utf8
  }

  private static func list(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[\n    \(items.joined(separator: ",\n    "))\n  ]"
  }

  private static func record<R: Record>(_ record: R) -> String {
    let fields = R.fields.map { (name: $0.name, text: $0.read(record)) }.filter { !$0.text.isEmpty }
    return object([("id", record.id)] + fields.map { ($0.name, $0.text) })
  }

  private static func event(_ event: PersonalData.Event) -> String {
    let head = [
      ("at", RFC3339.text(event.at)), ("who", event.who), ("what", event.name), ("why", event.why),
    ]
    let values = [("before", event.before), ("after", event.after)].map { name, values in
      "\(quoted(name)): \(object(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))"
    }
    return "\(object(head).dropLast()), \(values.joined(separator: ", "))}"
  }

  private static func object(_ pairs: [(String, String)]) -> String {
    "{" + pairs.map { "\(quoted($0.0)): \(quoted($0.1))" }.joined(separator: ", ") + "}"
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Moments as RFC 3339 writes them, in UTC.
public enum RFC3339 {
  /// - Parameter seconds: since 1970.
  public static func text(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (day, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
    return "\(Day(number: day))T\(two(time / 3600)):\(two(time % 3600 / 60)):\(two(time % 60))Z"
  }
}
