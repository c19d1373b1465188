-- Colleges see what became of their students: whoever agreed to edition 1 is asked again.
INSERT INTO "privacy_notices" ("version", "published_at", "text_zh_cn", "text_en") VALUES (
    2,
    '2026-11-22T00:00:00+08:00',
    $zh$隐私声明（第 2 版）

1. 处理者：运营本平台的机构，名称与联系方式见网站首页。
2. 我们处理什么：姓名或称呼、手机号或电子邮箱、出生日期（只用于确认您已满 16 周岁）、登录设备与时间；您自行填写的求职信息；您与用人单位之间的申请、面试和录用记录。
3. 为了什么：让您登录并保护账号；为您推荐岗位；在您申请岗位时，经您单独同意，将您的求职资料提供给该用人单位；履行法律规定的招聘服务记录义务。
4. 您的学校看到什么：您认领在校身份并经学校确认后，在校身份结束之前，学校可以看到您是否通过本平台被录用、录用您的单位和岗位名称、接受录用和入职的时间；未被录用时，学校只看到您没有申请、正在申请或已收到录用通知，看不到您向哪些单位提出过申请。
5. 怎样保护：手机号、电子邮箱和出生日期加密保存，默认遮盖显示；密码只保存不可还原的摘要；查看个人信息的操作均有记录。
6. 保存多久：账号存续期间。注销后立即删除个人信息；法律要求留存的服务记录（至少三年）去除您的身份后保存。
7. 您的权利：随时查阅、更正、下载您的数据，关闭个性化推荐，撤回同意，注销账号。我们在 30 日内答复您的请求。
8. 未满 16 周岁者不得注册。
9. 本声明更新时，我们会在您下次登录时重新征得您的同意。$zh$,
    $en$Privacy notice (edition 2)

1. Who handles your data: the body that runs this platform; its name and contact are on the home page.
2. What we handle: your name or the name you go by, your phone number or mail address, your date of birth (only to confirm that you are 16 or older), the devices you sign in with and when; what you write about yourself as a job seeker; your applications, interviews and offers.
3. What for: to sign you in and protect your account; to suggest postings; to pass your documents to an employer when you apply there and agree to it each time; to keep the records of recruitment services that the law demands.
4. What your college sees: once you have claimed your place there and the college has confirmed it, and until that place ends, it sees whether you were hired through this platform, by which employer and for which posting, when you accepted and when you began to work; as long as you are not hired, only whether you apply or hold an offer, never where.
5. How it is protected: phone number, mail address and date of birth are stored encrypted and shown masked; of your password only a digest is kept that cannot be turned back; every look at personal data is recorded.
6. For how long: as long as your account exists. When you close it, personal data are erased at once; records the law wants kept (at least three years) stay without your identity.
7. Your rights: to see, correct and download your data, to switch off personal suggestions, to withdraw consent and to close your account at any time. We answer requests within 30 days.
8. Nobody under 16 may register.
9. When this notice changes, we ask for your consent again the next time you sign in.$en$
);
