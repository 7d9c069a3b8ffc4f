import Model

/// What columns that are no question are for.
enum ResponseMeta: Sendable, Equatable {
  /// What the response is known by.
  case id(ResponseIdentity.Kind)
  /// Makes small running numbers unique.
  case seed
  /// When it was sent; the smaller number goes before the greater.
  case day(Int)
  /// The day on which LimeSurvey was told that it is complete; empty where nobody told.
  case submission
  /// Whether the office of the other program took it.
  case review
  /// Whether ODK could read it.
  case decryption
  case language, group, role, mode, stakeholder
  /// Who answered, where, with which device and at which minute: never stored.
  case personal
  /// Of the other program alone.
  case technical

  init?(_ title: String) {
    let key = Self.key(title)
    if let found = Self.known[key] {
      self = found
    } else if key.hasPrefix("custom data ") {
      // SurveyMonkey's list of those who were asked.
      self = .personal
    } else if key.hasPrefix("attribute_") || key.hasPrefix("user_attribute") {
      self = .personal
    } else if key.hasPrefix("grouptime") || key.hasSuffix("time") && key.hasPrefix("question")
      || key.hasPrefix("reserved_name_for_field_list_labels")
    {
      self = .technical
    } else {
      return nil
    }
  }

  /// Without the group in which forms keep what is said of a response.
  private static func key(_ title: String) -> String {
    let key = ResponseFormat.code(of: title.trimmed.lowercased())
    for prefix in ["data/meta/", "meta/", "meta-", "formhub/"] where key.hasPrefix(prefix) {
      return String(key.dropFirst(prefix.count))
    }
    return key
  }

  /// The program that calls a column so; nil where several do.
  static func format(_ title: String) -> ResponseFormat? {
    let key = key(title)
    return programs.first { $0.1.contains(key) }?.0 ?? (limesurvey[key] == nil ? nil : .limesurvey)
  }

  private static let programs: [(ResponseFormat, Set<String>)] = [
    (.kobo, ["_uuid", "_submission_time", "__version__", "rootuuid", "_validation_status"]),
    (.odk, ["key", "submissiondate", "instanceid", "reviewstate"]),
    (.surveymonkey, ["respondent id", "collector id"]),
    (.limesurvey, ["submitdate", "startlanguage", "lastpage", "seed"]),
  ]

  private static let known: [String: ResponseMeta] = {
    var known: [String: ResponseMeta] = [
      "_id": .id(.number), "rootuuid": .id(.root), "_uuid": .id(.submission), "key": .id(.submission),
      "instanceid": .id(.instance), "deprecatedid": .id(.former), "response": .id(.own), "id": .id(.own),
      "seed": .seed, "_submission_time": .day(0), "submissiondate": .day(0), "submitdate": .submission,
      "timestamp": .day(0),
      "horodateur": .day(0), "marca temporal": .day(0), "отметка времени": .day(0), "时间戳记": .day(0),
      "طابع زمني": .day(0), "completion time": .day(0),
      "day": .day(1), "today": .day(2), "respondent id": .id(.own), "date created": .day(0),
      "_validation_status": .review, "reviewstate": .review, "status": .decryption,
      "startlanguage": .language, "language": .language, "lang": .language,
      "_language": .language, "__language": .language, "form_language": .language,
      "group": .group, "stakeholder_role": .role, "mode": .mode, "stakeholder": .stakeholder,
    ]
    known.merge(limesurvey) { first, _ in first }
    for name in [
      "ipaddr", "refurl", "token", "firstname", "first name",
      "start time", "lastname", "last name", "email", "e-mail", "email address", "name", "full name", "start",
      "end",
      "startdate", "datestamp", "deviceid", "device_id", "username",
      "phonenumber", "simserial", "subscriberid", "imei", "submitterid", "submittername", "_submitted_by",
      "audit", "background-audio", "interviewtime", "total time", "_geolocation", "geolocation",
    ] { known[name] = .personal }
    for name in [
      "collector id", "date modified", "lastpage", "__version__", "_status", "_notes", "_tags", "_index",
      "_parent_index", "_parent_table_name", "_attachments", "_bamboo_dataset_id", "_xform_id_string",
      "instancename", "entity", "uuid", "attachmentspresent", "attachmentsexpected", "edits", "formversion",
      "isvalidated", "survey",
    ] { known[name] = .technical }
    return known
  }()

  /// The headings of LimeSurvey in the languages of its exports, by the word that it has for them itself. Others are told
  /// by what stands below them: see `LimeSurveyColumns`.
  private static let limesurvey: [String: ResponseMeta] = {
    let words: [(ResponseMeta, String)] = [
      (
        .id(.own),
        "response id|id de la réponse|id réponse|id de respuesta|id de la respuesta|id ответа|номер ответа"
          + "|答复编号|回答id|回复id|معرف الاستجابة|antwort id"
      ),
      (
        .submission,
        "date submitted|date de soumission|date d'envoi|fecha de envío|дата отправки|дата передачи"
          + "|提交日期|提交时间|تاريخ الإرسال|datum abgeschickt"
      ),
      (
        .technical,
        "last page|dernière page|última página|последняя страница|最后一页|最后页|آخر صفحة|letzte seite"
      ),
      (
        .language,
        "start language|langue de départ|langue initiale|lenguaje inicial|idioma inicial|начальный язык"
          + "|起始语言|开始语言|初始语言|لغة البدء|start-sprache"
      ),
      (.seed, "tête de série|graine|semilla|начальное число|种子|البذرة|zufallsstartwert"),
      (
        .personal,
        "date started|date last action|ip address|referrer url|access code|date de lancement|date de début"
          + "|date de la dernière action|adresse ip|url référente|code d'accès|fecha de inicio"
          + "|fecha de la última acción|dirección ip|url de referencia|código de acceso|дата начала"
          + "|дата последнего действия|ip-адрес|ip адрес|код доступа|开始日期|开始时间|最后活动日期|ip地址|来源网址"
          + "|访问码|تاريخ البدء|عنوان ip"
      ),
    ]
    var found: [String: ResponseMeta] = [:]
    for (meta, all) in words { for word in all.split(separator: "|") { found[String(word)] = meta } }
    return found
  }()
}
