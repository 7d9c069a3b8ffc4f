/// Screens of the press office, literally. People and outlets are invented.
enum PressScreens {
  static let enquiries = """
     outreach · Press office                             as of 15 Sep 2015 · tester
    ────────────────────────────────────────────────────────────────────────────────
    ‹Enquiries› Events  Spokespersons  Media  Lists  Material  Responses
     4 open · ! 1 overdue · 1 answered, half within 3 h 20 min
     STATE      DEADLINE          OUTLET         SUBJECT               WITH
    ▌○ open     ! 2 h 30 min late Example Weekly Figures 3 and 4
     ◐ assigned in 4 h 0 min      Radio Ejemplo  Live on the morning … Inventado, …
     ○ open     in 2 d 10 h       إذاعة المثال   مقابلة حول الملقحات
     ○ open     no deadline       Invented, Ben  Seminar for end users
     ● answered took 3 h 20 min   示例日报       摘要的中文版          柳虚构











    ────────────────────────────────────────────────────────────────────────────────
     by 14 Sep 2015 21:30 UTC · Example Weekly · Which crops are meant?
     Enter open   Space next state   n new   x decline   : all commands   ? help
    """
  static let enquiriesChinese = """
     outreach · 新闻办                                  截至 2015年9月15日 · tester
    ────────────────────────────────────────────────────────────────────────────────
    ‹询问› 活动  代言人  媒体  邮件列表  材料  快速反应
     待答复 4 项 · ! 逾期 1 项 · 已答复 1 项，半数在3小时20分内
     状态       截止              媒体           主题                  经办
    ▌○ 待答复   ! 已逾期2小时30分 Example Weekly Figures 3 and 4
     ◐ 已分派   还有4小时0分      Radio Ejemplo  Live on the morning … Inventado, …
     ○ 待答复   还有2天10小时     إذاعة المثال   مقابلة حول الملقحات
     ○ 待答复   无截止时间        Invented, Ben  Seminar for end users
     ● 已答复   用时3小时20分     示例日报       摘要的中文版          柳虚构











    ────────────────────────────────────────────────────────────────────────────────
     截止 2015年9月14日 21:30 UTC · Example Weekly · Which crops are meant?
     Enter 打开   Space 下一状态   n 新建   s 代言人   x 谢绝   : 全部命令   ? 帮助
    """
  static let wide = """
    ‹Enquiries› Events  Spokespersons  Media  Lists  Material  Responses                                      Live on the morning show
     4 open · ! 1 overdue · 1 answered, half within 3 h 20 min
     STATE      DEADLINE          OUTLET               LANG  SUBJECT                    WITH                  Subject           Live on the morning show
     ○ open     ! 2 h 30 min late Example Weekly       fr    Figures 3 and 4                                  Kind              interview
    ▌◐ assigned in 4 h 0 min      Radio Ejemplo        es    Live on the morning show   Inventado, Luis       State             assigned
     ○ open     in 2 d 10 h       إذاعة المثال               مقابلة حول الملقحات                              Deadline          15 Sep 2015 07:00 Africa/Nairobi (04:00 UTC)
     ○ open     no deadline       Invented, Ben              Seminar for end users                            Outlet            Radio Ejemplo
     ● answered took 3 h 20 min   示例日报                   摘要的中文版               柳虚构                Language          es
                                                                                                              Owner             press

                                                                                                              LINKED TO
                                                                                                              Spokesperson      Inventado, Luis

                                                                                                              9 fields are empty; a shows them.
    """
  static let appearances = """
     Enquiries ‹Events› Spokespersons  Media  Lists  Material  Responses
     1 to come
     WHEN          KIND             SUBJECT              SPOKESPERSONS  STATE
    ▌18 Sep 10:00  press conference Press conference     Invented, Ami… ● confirmed
     10 Sep        briefing         Background briefing                 ● confirmed
    """
  static let spokespersons = """
     Enquiries  Events ‹Spokespersons› Media  Lists  Material  Responses
     Seven days: tasks, × away, ! asked although away, · nothing said
     NAME                LANGUAGES   TODAY         LOAD SEVEN DAYS     TRAINING
    ▌Inventado, Luis     es en       × away        1/1  ! × · · · · ·  12 Aug
     Invented, Amina     en fr       ● available   0/3  0 0 0 1 0 0 ·  12 Aug
     柳虚构              zh en       ○ not said    0    · · · 1 · · ·  ! no traini…
    """
  static let spokespersonsChinese = """
     询问  活动 ‹代言人› 媒体  邮件列表  材料  快速反应
     七天：任务数，× 不在，! 不在却有任务，· 未说明
     名称                语言        今天          任务 今后七天       媒体培训
    ▌Inventado, Luis     es en       × 不在        1/1  ! × · · · · ·  8月12日
     Invented, Amina     en fr       ● 可以        0/3  0 0 0 1 0 0 ·  8月12日
     柳虚构              zh en       ○ 未说明      0    · · · 1 · · ·  ! 未受训
    """
  static let material = """
     Enquiries  Events  Spokespersons  Media  Lists ‹Material› Responses
     Two different people release it; no key alone lifts an embargo.
     STATE            EMBARGO       NAME                         LANGUAGES OWNER
    ▌○ held back      in 3 d 6 h    Summary for policymakers     en fr
    """
  static let small = """
     Media  Lists  Material ‹Responses›
     0 open
     STATE      OPENED        ISSUE  LAST S…
      Nothing here yet. n adds the first.
    """
  static let picker = """
     ○ open     no deadline       Invented, Ben  Seminar for end users
     ● answered took 3 h 20 min   示例日报       摘要的中文版          柳虚构
    ── Spokesperson · Figures 3 and 4 · 15 Sep 2015 ────────────────────────────────
    ▌ Invented, Amina      ● en fr  ● trained  ● available  0/3 that day
      Inventado, Luis      ! es en ≠ fr  ● trained  × away  1/1 that day
      柳虚构               ! zh en ≠ fr  ! no training  ○ not said  0 that day
    ────────────────────────────────────────────────────────────────────────────────
     Enter choose   ? help   Esc back
    """
}
