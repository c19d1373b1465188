-- CreateEnum
CREATE TYPE "account_state" AS ENUM ('active', 'disabled', 'closed');

-- CreateEnum
CREATE TYPE "identifier_kind" AS ENUM ('phone', 'email');

-- CreateEnum
CREATE TYPE "session_channel" AS ENUM ('portal', 'api');

-- CreateEnum
CREATE TYPE "one_time_code_purpose" AS ENUM ('register', 'sign_in', 'reset_password', 'change_contact', 'confirm_identity');

-- CreateEnum
CREATE TYPE "identity_message_kind" AS ENUM ('one_time_code', 'contact_changed', 'password_changed');

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "state" "account_state" NOT NULL DEFAULT 'active',
    "display_name" TEXT NOT NULL,
    "preferred_locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "is_administrator" BOOLEAN NOT NULL DEFAULT false,
    "password_hash" TEXT,
    "password_changed_at" TIMESTAMPTZ(3),
    "birth_date_sealed" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_reason" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_accounts" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_history" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "from_state" "account_state",
    "to_state" "account_state" NOT NULL,
    "reason" TEXT,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_account_history" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_identifiers" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "identifier_kind" NOT NULL,
    "value_sealed" TEXT NOT NULL,
    "value_index" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pk_account_identifiers" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "channel" "session_channel" NOT NULL,
    "device_label" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_sessions" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_codes" (
    "id" UUID NOT NULL,
    "purpose" "one_time_code_purpose" NOT NULL,
    "contact_index" TEXT NOT NULL,
    "account_id" UUID,
    "code_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_one_time_codes" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_messages" (
    "id" UUID NOT NULL,
    "kind" "identity_message_kind" NOT NULL,
    "account_id" UUID,
    "contact_kind" "identifier_kind" NOT NULL,
    "contact_sealed" TEXT NOT NULL,
    "code_sealed" TEXT,
    "locale" TEXT NOT NULL,
    "is_suppressed" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_identity_messages" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "privacy_notices" (
    "version" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "text_zh_cn" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,

    CONSTRAINT "pk_privacy_notices" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "privacy_consents" (
    "account_id" UUID NOT NULL,
    "notice_version" INTEGER NOT NULL,
    "consented_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pk_privacy_consents" PRIMARY KEY ("account_id","notice_version")
);

-- CreateTable
CREATE TABLE "data_exports" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "downloaded_at" TIMESTAMPTZ(3),

    CONSTRAINT "pk_data_exports" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ix_accounts_created_at" ON "accounts"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ix_account_history_account_id" ON "account_history"("account_id", "occurred_at");

-- CreateIndex
CREATE INDEX "ix_account_history_actor_id" ON "account_history"("actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_account_identifiers_kind_value_index" ON "account_identifiers"("kind", "value_index");

-- CreateIndex
CREATE UNIQUE INDEX "uq_account_identifiers_account_id_kind" ON "account_identifiers"("account_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "uq_sessions_token_hash" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "ix_sessions_account_id" ON "sessions"("account_id", "last_seen_at");

-- CreateIndex
CREATE INDEX "ix_sessions_expires_at" ON "sessions"("expires_at");

-- CreateIndex
CREATE INDEX "ix_one_time_codes_account_id" ON "one_time_codes"("account_id");

-- CreateIndex
CREATE INDEX "ix_one_time_codes_expires_at" ON "one_time_codes"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "uq_one_time_codes_purpose_contact_index" ON "one_time_codes"("purpose", "contact_index");

-- CreateIndex
CREATE INDEX "ix_identity_messages_account_id" ON "identity_messages"("account_id");

-- CreateIndex
CREATE INDEX "ix_identity_messages_expires_at" ON "identity_messages"("expires_at");

-- CreateIndex
CREATE INDEX "ix_privacy_consents_notice_version" ON "privacy_consents"("notice_version");

-- CreateIndex
CREATE INDEX "ix_data_exports_account_id" ON "data_exports"("account_id");

-- AddForeignKey
ALTER TABLE "account_history" ADD CONSTRAINT "fk_account_history_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_history" ADD CONSTRAINT "fk_account_history_actor" FOREIGN KEY ("actor_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_identifiers" ADD CONSTRAINT "fk_account_identifiers_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "fk_sessions_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_codes" ADD CONSTRAINT "fk_one_time_codes_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_messages" ADD CONSTRAINT "fk_identity_messages_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "privacy_consents" ADD CONSTRAINT "fk_privacy_consents_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "privacy_consents" ADD CONSTRAINT "fk_privacy_consents_notice" FOREIGN KEY ("notice_version") REFERENCES "privacy_notices"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_exports" ADD CONSTRAINT "fk_data_exports_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma cannot say.

ALTER TABLE "accounts"
    ADD CONSTRAINT "ck_accounts_preferred_locale" CHECK ("preferred_locale" IN ('zh-CN', 'en')),
    ADD CONSTRAINT "ck_accounts_display_name" CHECK (("state" = 'closed') = ("display_name" = '')),
    ADD CONSTRAINT "ck_accounts_disabled" CHECK (("state" = 'disabled') = ("disabled_at" IS NOT NULL)),
    ADD CONSTRAINT "ck_accounts_closed" CHECK (
        ("state" = 'closed') = ("closed_at" IS NOT NULL)
        AND ("state" <> 'closed' OR (
            "password_hash" IS NULL AND "birth_date_sealed" IS NULL AND NOT "is_administrator"
        ))
    ),
    ADD CONSTRAINT "ck_accounts_birth_date_sealed" CHECK ("birth_date_sealed" LIKE 'v1.%');

ALTER TABLE "account_identifiers"
    ADD CONSTRAINT "ck_account_identifiers_value_sealed" CHECK ("value_sealed" LIKE 'v1.%');

ALTER TABLE "identity_messages"
    ADD CONSTRAINT "ck_identity_messages_contact_sealed" CHECK ("contact_sealed" LIKE 'v1.%'),
    ADD CONSTRAINT "ck_identity_messages_code_sealed" CHECK (
        ("kind" = 'one_time_code') = ("code_sealed" IS NOT NULL)
        AND ("code_sealed" IS NULL OR "code_sealed" LIKE 'v1.%')
    );

ALTER TABLE "one_time_codes"
    ADD CONSTRAINT "ck_one_time_codes_attempts" CHECK ("attempts" BETWEEN 0 AND 5);

ALTER TABLE "sessions"
    ADD CONSTRAINT "ck_sessions_lifetime" CHECK ("expires_at" > "created_at" AND "last_seen_at" >= "created_at");

CREATE INDEX "ix_accounts_administrators" ON "accounts" ("id") WHERE "is_administrator" AND "state" = 'active';

-- An edition someone agreed to must stay what it was.
CREATE FUNCTION "refuse_privacy_notice_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'privacy notices are never changed: add a new edition' USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER "tr_privacy_notices_unchanging" BEFORE UPDATE OR DELETE ON "privacy_notices"
    FOR EACH ROW EXECUTE FUNCTION "refuse_privacy_notice_change"();

INSERT INTO "privacy_notices" ("version", "published_at", "text_zh_cn", "text_en") VALUES (
    1,
    '2026-11-01T00:00:00+08:00',
    $zh$隐私声明（第 1 版）

1. 处理者：运营本平台的机构，名称与联系方式见网站首页。
2. 我们处理什么：姓名或称呼、手机号或电子邮箱、出生日期（只用于确认您已满 16 周岁）、登录设备与时间；您自行填写的求职信息；您与用人单位之间的申请、面试和录用记录。
3. 为了什么：让您登录并保护账号；为您推荐岗位；在您申请岗位时，经您单独同意，将您的求职资料提供给该用人单位；履行法律规定的招聘服务记录义务。
4. 怎样保护：手机号、电子邮箱和出生日期加密保存，默认遮盖显示；密码只保存不可还原的摘要；查看个人信息的操作均有记录。
5. 保存多久：账号存续期间。注销后立即删除个人信息；法律要求留存的服务记录（至少三年）去除您的身份后保存。
6. 您的权利：随时查阅、更正、下载您的数据，关闭个性化推荐，撤回同意，注销账号。我们在 30 日内答复您的请求。
7. 未满 16 周岁者不得注册。
8. 本声明更新时，我们会在您下次登录时重新征得您的同意。$zh$,
    $en$Privacy notice (edition 1)

1. Who handles your data: the body that runs this platform; its name and contact are on the home page.
2. What we handle: your name or the name you go by, your phone number or mail address, your date of birth (only to confirm that you are 16 or older), the devices you sign in with and when; what you write about yourself as a job seeker; your applications, interviews and offers.
3. What for: to sign you in and protect your account; to suggest postings; to pass your documents to an employer when you apply there and agree to it each time; to keep the records of recruitment services that the law demands.
4. How it is protected: phone number, mail address and date of birth are stored encrypted and shown masked; of your password only a digest is kept that cannot be turned back; every look at personal data is recorded.
5. For how long: as long as your account exists. When you close it, personal data are erased at once; records the law wants kept (at least three years) stay without your identity.
6. Your rights: to see, correct and download your data, to switch off personal suggestions, to withdraw consent and to close your account at any time. We answer requests within 30 days.
7. Nobody under 16 may register.
8. When this notice changes, we ask for your consent again the next time you sign in.$en$
);
