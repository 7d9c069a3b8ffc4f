import Model

/// What people call columns, in English and Chinese. A running number (No., 编号) is not an id: the next file
/// counts from 1 again.
enum ColumnNames {
  /// Letters and digits alone, without case and accents.
  static func key(_ title: String) -> String {
    String(String.UnicodeScalarView(Folding.folded(title).unicodeScalars.filter(isTelling)))
  }

  private static func isTelling(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    // Most are these, and the properties of a sign are looked up in large tables.
    case "a"..."z", "A"..."Z", "0"..."9": true
    case _ where scalar.isASCII: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  static let stakeholder: [String: [String]] = [
    "name": [
      "Full name", "Stakeholder", "Stakeholder name", "Organisation", "Organization", "Institution",
      "姓名", "名称", "名字", "利益攸关方", "机构", "机构名称", "组织", "单位", "单位名称",
    ],
    "native_name": [
      "Original name", "Name in own script", "Local name", "本地名称", "原文名称", "原文姓名", "本名", "中文名", "中文姓名",
      "本族文字名称",
    ],
    "family_first": ["Family name first", "Surname first", "姓在前", "姓在名前"],
    "kind": ["Type", "Stakeholder type", "Category", "类型", "类别"],
    "roles": ["Role", "角色", "作用"],
    "mobilizer": ["Mobiliser", "Network or hub", "动员者", "网络或中心", "动员方式"],
    "audience": ["Target audience", "受众", "目标受众"],
    "country": ["Country code", "Nation", "Country or territory", "国家", "国别", "国家或地区"],
    "city": ["Town", "Place", "城市"],
    "scale": ["Level", "Geographic scale", "尺度", "范围", "层级"],
    "gender": ["Sex", "性别"],
    "disciplines": ["Discipline", "Field of expertise", "学科"],
    "knowledge": ["Knowledge system", "Knowledge systems", "知识体系", "知识系统", "知识类别"],
    "sectors": ["Sector", "部门", "行业"],
    "languages": ["Language", "Working language", "Working languages", "语言", "工作语言"],
    "channels": [
      "Channel", "Preferred channel", "Mode of communication", "渠道", "沟通方式", "联系方式", "首选交流方式", "交流方式",
    ],
    "emails": [
      "Email", "E-mail", "Emails", "E-mails", "Mail", "Email address", "E-mail address",
      "Email addresses", "E-mail addresses", "电子邮件", "电子邮箱", "电邮", "邮箱", "邮件", "邮件地址",
    ],
    "phones": ["Phone", "Telephone", "Tel", "Mobile", "Phone number", "电话", "手机", "联系电话", "电话号码"],
    "addresses": ["Address", "Postal address", "Mailing address", "地址", "通讯地址", "通信地址"],
    "links": ["Link", "URL", "Website", "Web site", "Homepage", "Web", "网址", "网站", "链接", "主页"],
    "affiliations": [
      "Affiliation", "Employer", "Works for", "Organisation", "Organization", "Institution",
      "所属单位", "所属机构", "工作单位", "单位", "机构", "组织",
    ],
    "observer": ["Observer status", "观察员", "观察员地位"],
    "observer_since": ["Observer from", "成为观察员日期", "观察员起始时间"],
    "barriers": ["Barrier", "Obstacles", "障碍", "参与障碍"],
    "culture": ["Cultural note", "文化"],
    "interests": ["Interest", "Topics", "关注领域", "兴趣", "利益"],
    "mandate": ["Mission", "任务", "职责", "使命"],
    "governance": ["Governance structure", "治理", "治理结构", "治理安排"],
    "participation": ["Participated in", "参与", "参与情况"],
    "tags": ["Tag", "Keywords", "Labels", "标签", "关键词"],
    "notes": ["Note", "Comment", "Comments", "Remarks", "备注", "说明"],
    "source": ["Data source", "来源", "数据来源"],
    "joined": ["Date joined", "Joined on", "Registered", "加入日期", "登记日期", "知悉日期"],
    "retired": ["Retired on", "Out of use since", "停用日期"],
    "id": ["Record id", "标识", "标识符"],
  ]

  static let activity: [String: [String]] = [
    "id": ["Activity", "活动"],
    "status": ["State", "状态"],
    "progress": ["Percent", "% complete", "Complete", "进度", "完成百分比"],
    "owner": ["Responsible", "Who", "负责人"],
    "start": ["Start date", "Planned start", "开始", "开始日期", "计划开始"],
    "end": ["End date", "Planned end", "Due", "Due date", "结束", "结束日期", "计划结束"],
    "actual_start": ["Started", "Actual start date", "实际开始"],
    "actual_end": ["Ended", "Finished", "Actual end date", "实际结束"],
    "notes": ["Note", "Comment", "Comments", "备注"],
  ]

  static let launch: [String: [String]] = [
    "id": ["Launch", "标识"],
    "name": ["Assessment", "Title", "名称", "评估"],
    "day": ["Date", "Release", "Release date", "日期", "发布日期"],
    "note": ["Notes", "Comment", "备注"],
  ]

  static let launchCell: [String: [String]] = [
    "launch": ["Launch id", "发布"],
    "activity": ["Activity id", "活动"],
    "slot": ["Month", "Day", "Date", "Month or day", "月份", "日期"],
    "state": ["Status", "状态"],
    "note": ["Notes", "Comment", "备注"],
  ]

  static let evidence: [String: [String]] = [
    "id": ["Record id", "标识"],
    "indicator": ["Description", "Indicator description", "指标"],
    "title": ["Evidence", "Name", "证据", "标题", "名称"],
    "day": ["Date", "日期"],
    "source": ["From", "来源"],
    "note": ["Notes", "Comment", "备注"],
  ]

  /// As services that watch the media call them. A column of sentiment is none of ours: people set the tone.
  static let coverage: [String: [String]] = [
    "name": ["Title", "Headline", "Item", "标题", "名称"],
    "when": ["Date", "Published", "Publication date", "Date published", "日期", "发布日期"],
    "outlet": ["Source", "Publication", "Media", "Media outlet", "Source name", "媒体", "来源"],
    "outlet_kind": ["Media type", "Type", "媒体类型"],
    "country": ["Source country", "国家"], "language": ["Lang", "语言"],
    "link": ["URL", "Permalink", "Address", "链接"],
    "reach": ["Circulation", "Audience", "Potential reach", "覆盖"],
    "summary": ["Snippet", "Abstract", "Excerpt", "Hit sentence", "摘要"],
    "author": ["Byline", "Journalist", "作者"], "note": ["Notes", "Comment", "备注"],
  ]
}
