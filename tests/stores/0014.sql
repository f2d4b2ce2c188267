BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0014');
CREATE TABLE attachment (
	sha256 VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	PRIMARY KEY (sha256)
);
INSERT INTO "attachment" VALUES('2ffcde89b761ddae09914f72e5e518dc6e9278b92ba53615e5026e67c2218489','application/pdf',20);
CREATE TABLE attachmentchunk (
	sha256 VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	data BLOB NOT NULL, 
	PRIMARY KEY (sha256, number), 
	FOREIGN KEY(sha256) REFERENCES attachment (sha256)
);
INSERT INTO "attachmentchunk" VALUES('2ffcde89b761ddae09914f72e5e518dc6e9278b92ba53615e5026e67c2218489',0,X'255044462D312E370A252061206C65747465720A');
CREATE TABLE auditentry (
	number INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	staff VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	record_id VARCHAR NOT NULL, 
	previous VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "auditentry" VALUES(1,'2026-11-24T09:30:00.000+08:00','A001','set-up','','0000000000000000000000000000000000000000000000000000000000000000','d9148f3cf30430449d442e2e797a5b87d0f99eb702af786cb1cc5e36e00f5a21');
INSERT INTO "auditentry" VALUES(2,'2026-11-24T09:30:00.000+08:00','A001','sign-in','','d9148f3cf30430449d442e2e797a5b87d0f99eb702af786cb1cc5e36e00f5a21','51c40b9a808fc5a1a9f164df1d51bd63336cbd093595caa9bebd2c8828d291a7');
INSERT INTO "auditentry" VALUES(3,'2026-11-24T09:30:00.000+08:00','A001','start','01a20b2c-91c0-7bbf-a8d5-c798ca12ddcb','51c40b9a808fc5a1a9f164df1d51bd63336cbd093595caa9bebd2c8828d291a7','0c6549d9fe4a14810afce07149933d84840f9fcbe7efbcba078d97f6505a4464');
INSERT INTO "auditentry" VALUES(4,'2026-11-24T09:30:00.000+08:00','A001','read','01a20b2c-91c0-7bbf-a8d5-c798ca12ddcb','0c6549d9fe4a14810afce07149933d84840f9fcbe7efbcba078d97f6505a4464','3f24503ca7fd3572ad3b0f39e0bc4d9170b2617b1c93006e39236b6c6630769b');
CREATE TABLE backup (
	id INTEGER NOT NULL, 
	file_name VARCHAR NOT NULL, 
	folder VARCHAR NOT NULL, 
	made_at VARCHAR NOT NULL, 
	made_by VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	audit_entries INTEGER NOT NULL, 
	audit_head VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE batch (
	batch_id VARCHAR NOT NULL, 
	generation INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	state VARCHAR NOT NULL, 
	file_name VARCHAR NOT NULL, 
	manifest_sha256 VARCHAR NOT NULL, 
	previous VARCHAR, 
	sealed_at VARCHAR NOT NULL, 
	sealed_by VARCHAR NOT NULL, 
	records INTEGER NOT NULL, 
	size INTEGER NOT NULL, handed_over_at VARCHAR DEFAULT '' NOT NULL, audit_entries INTEGER DEFAULT '0' NOT NULL, audit_head VARCHAR DEFAULT '' NOT NULL, 
	PRIMARY KEY (batch_id)
);
INSERT INTO "batch" VALUES('01a20b2c-91c0-7a11-8a11-362c7d16b356',1,1,'accepted','ZJ-HZ-0001-1-000001.zjrc','abababababababababababababababababababababababababababababababab',NULL,'2026-11-24T09:30:00+08:00','A001',1,0,'',0,'');
CREATE TABLE certificate (
	record_id VARCHAR NOT NULL, 
	revision INTEGER NOT NULL, 
	number VARCHAR NOT NULL, 
	token VARCHAR NOT NULL, 
	received_at VARCHAR NOT NULL, handed_over_at VARCHAR DEFAULT '' NOT NULL, 
	PRIMARY KEY (record_id), 
	FOREIGN KEY(record_id) REFERENCES registration (record_id)
);
INSERT INTO "certificate" VALUES('01a20b2c-91c0-7bbf-a8d5-c798ca12ddcb',1,'Z2026-00000001','','','');
CREATE TABLE consent (
	revision_id INTEGER NOT NULL, 
	text_version VARCHAR NOT NULL, 
	given_at VARCHAR NOT NULL, 
	PRIMARY KEY (revision_id), 
	FOREIGN KEY(revision_id) REFERENCES revision (id)
);
INSERT INTO "consent" VALUES(1,'','');
INSERT INTO "consent" VALUES(2,'','');
CREATE TABLE event (
	id INTEGER NOT NULL, 
	record_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	supersedes INTEGER, 
	state VARCHAR NOT NULL, 
	current BOOLEAN NOT NULL, 
	void BOOLEAN NOT NULL, 
	reason VARCHAR NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	day VARCHAR NOT NULL, 
	people VARCHAR NOT NULL, 
	category VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	reached VARCHAR NOT NULL, 
	topics VARCHAR NOT NULL, 
	batch_id VARCHAR, 
	centre_reasons JSON NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (record_id, number), 
	FOREIGN KEY(batch_id) REFERENCES batch (batch_id)
);
INSERT INTO "event" VALUES(1,'01a20b2c-91c0-7bbf-a8d5-c798ca12ddc0',1,NULL,'recorded',1,0,'','','','2026-11-24','','','','','',NULL,'[]');
CREATE TABLE executor (
	revision_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	relation VARCHAR NOT NULL, 
	document_type VARCHAR NOT NULL, 
	document_number VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	address VARCHAR NOT NULL, 
	PRIMARY KEY (revision_id), 
	FOREIGN KEY(revision_id) REFERENCES revision (id)
);
INSERT INTO "executor" VALUES(1,'样例一','','','','','');
INSERT INTO "executor" VALUES(2,'样例一','','','','','');
CREATE TABLE intention (
	revision_id INTEGER NOT NULL, 
	items JSON NOT NULL, 
	uses JSON NOT NULL, 
	preference VARCHAR NOT NULL, 
	ashes_wish VARCHAR NOT NULL, 
	farewell_wish VARCHAR NOT NULL, 
	memorial_name VARCHAR NOT NULL, 
	receiving_institution VARCHAR NOT NULL, 
	prior_registration VARCHAR NOT NULL, 
	wants_certificate BOOLEAN NOT NULL, 
	wants_wallet_card BOOLEAN NOT NULL, 
	wants_will_referral BOOLEAN NOT NULL, 
	capacity_declared BOOLEAN NOT NULL, 
	voluntary_declared BOOLEAN NOT NULL, 
	family_letter VARCHAR NOT NULL, 
	PRIMARY KEY (revision_id), 
	FOREIGN KEY(revision_id) REFERENCES revision (id)
);
INSERT INTO "intention" VALUES(1,'["cornea"]','["transplant"]','','','','','','',0,0,0,0,0,'一切从简。');
INSERT INTO "intention" VALUES(2,'["cornea"]','["transplant"]','','','','','','',0,0,0,0,0,'一切从简。');
CREATE TABLE kin (
	id INTEGER NOT NULL, 
	revision_id INTEGER, 
	name VARCHAR NOT NULL, 
	relation VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	opinion VARCHAR NOT NULL, 
	signed BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(revision_id) REFERENCES revision (id)
);
INSERT INTO "kin" VALUES(1,1,'样例一','','','agree',0);
INSERT INTO "kin" VALUES(2,2,'样例一','','','agree',0);
CREATE TABLE letter (
	revision_id INTEGER NOT NULL, 
	text_version VARCHAR NOT NULL, 
	pdf_sha256 VARCHAR NOT NULL, 
	printed_at VARCHAR NOT NULL, 
	printed_by VARCHAR NOT NULL, 
	copies_made INTEGER NOT NULL, 
	signed_on VARCHAR NOT NULL, 
	PRIMARY KEY (revision_id), 
	FOREIGN KEY(revision_id) REFERENCES revision (id)
);
INSERT INTO "letter" VALUES(1,'','2ffcde89b761ddae09914f72e5e518dc6e9278b92ba53615e5026e67c2218489','','',1,'');
CREATE TABLE listform (
	header_sha256 VARCHAR NOT NULL, 
	columns JSON NOT NULL, 
	PRIMARY KEY (header_sha256)
);
INSERT INTO "listform" VALUES('cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','[]');
CREATE TABLE override (
	id INTEGER NOT NULL, 
	revision_id INTEGER, 
	code VARCHAR NOT NULL, 
	path VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	given_by VARCHAR NOT NULL, 
	given_at VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(revision_id) REFERENCES revision (id)
);
INSERT INTO "override" VALUES(1,2,'F09','volunteer.mobile','无手机','A001','2026-11-24T09:30:00+08:00');
CREATE TABLE paper (
	id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	record_id VARCHAR, 
	revision INTEGER, 
	large BOOLEAN NOT NULL, 
	text_version VARCHAR NOT NULL, 
	token VARCHAR NOT NULL, 
	pdf_sha256 VARCHAR NOT NULL, 
	reprint INTEGER NOT NULL, 
	reason VARCHAR NOT NULL, 
	printed_at VARCHAR NOT NULL, 
	printed_by VARCHAR NOT NULL, 
	signed_on VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(record_id) REFERENCES registration (record_id)
);
INSERT INTO "paper" VALUES(1,'letter','ZJ-HZ-0001-1-000001-Z','01a20b2c-91c0-7bbf-a8d5-c798ca12ddcb',1,0,'1','','2ffcde89b761ddae09914f72e5e518dc6e9278b92ba53615e5026e67c2218489',0,'','2026-11-24T09:30:00+08:00','A001','');
CREATE TABLE point (
	code VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	address VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	host VARCHAR NOT NULL, 
	centre_name VARCHAR NOT NULL, 
	centre_phone VARCHAR NOT NULL, 
	generation INTEGER NOT NULL, 
	last_number INTEGER NOT NULL, 
	created_at VARCHAR NOT NULL, idle_minutes INTEGER DEFAULT '5' NOT NULL, backup_folder VARCHAR DEFAULT '' NOT NULL, 
	PRIMARY KEY (code)
);
INSERT INTO "point" VALUES('ZJ-HZ-0001','样例登记点','','','','','',1,2,'2026-11-24T09:30:00+08:00',5,'');
CREATE TABLE receipt (
	batch_id VARCHAR NOT NULL, 
	verdict VARCHAR NOT NULL, 
	received_at VARCHAR NOT NULL, 
	taken_at VARCHAR NOT NULL, 
	taken_by VARCHAR NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (batch_id), 
	FOREIGN KEY(batch_id) REFERENCES batch (batch_id)
);
INSERT INTO "receipt" VALUES('01a20b2c-91c0-7a11-8a11-362c7d16b356','accepted','','2026-11-24T09:30:00+08:00','',X'504B');
CREATE TABLE referral (
	id INTEGER NOT NULL, 
	serial VARCHAR NOT NULL, 
	certificate_number VARCHAR NOT NULL, 
	referred_at VARCHAR NOT NULL, 
	referred_by VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "referral" VALUES(1,'ZJ-HZ-0001-1-000001-Z','','','');
CREATE TABLE registration (
	record_id VARCHAR NOT NULL, 
	serial VARCHAR NOT NULL, 
	source_digest VARCHAR, 
	created_at VARCHAR NOT NULL, erased BOOLEAN DEFAULT '0' NOT NULL, duplicate_of VARCHAR, 
	PRIMARY KEY (record_id), 
	UNIQUE (source_digest)
);
INSERT INTO "registration" VALUES('01a20b2c-91c0-7bbf-a8d5-c798ca12ddcb','ZJ-HZ-0001-1-000001-Z',NULL,'2026-11-24T09:30:00+08:00',0,NULL);
INSERT INTO "registration" VALUES('01a20b2c-91c0-7f36-ac7f-362c7d16b356','ZJ-HZ-0001-1-000002-X',NULL,'2026-11-24T09:30:00+08:00',0,NULL);
CREATE TABLE revision (
	id INTEGER NOT NULL, 
	record_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	supersedes INTEGER, 
	kind VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	frozen BOOLEAN NOT NULL, 
	current BOOLEAN NOT NULL, 
	declared_at VARCHAR NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	staff_notes VARCHAR NOT NULL, 
	step VARCHAR NOT NULL, 
	centre_reasons JSON NOT NULL, 
	batch_id VARCHAR, 
	PRIMARY KEY (id), 
	FOREIGN KEY(batch_id) REFERENCES batch (batch_id), 
	FOREIGN KEY(record_id) REFERENCES registration (record_id), 
	UNIQUE (record_id, number)
);
INSERT INTO "revision" VALUES(1,'01a20b2c-91c0-7bbf-a8d5-c798ca12ddcb',1,NULL,'intention','desk','accepted',1,1,'2026-11-24','2026-11-24T09:30:00+08:00','A001','','','','[]','01a20b2c-91c0-7a11-8a11-362c7d16b356');
INSERT INTO "revision" VALUES(2,'01a20b2c-91c0-7f36-ac7f-362c7d16b356',1,NULL,'intention','desk','draft',0,1,'2026-11-24','2026-11-24T09:30:00+08:00','A001','','','','[]',NULL);
CREATE TABLE revisionattachment (
	revision_id INTEGER NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, signer VARCHAR DEFAULT '' NOT NULL, 
	PRIMARY KEY (revision_id, sha256), 
	FOREIGN KEY(revision_id) REFERENCES revision (id), 
	FOREIGN KEY(sha256) REFERENCES attachment (sha256)
);
INSERT INTO "revisionattachment" VALUES(1,'2ffcde89b761ddae09914f72e5e518dc6e9278b92ba53615e5026e67c2218489','letter','');
CREATE TABLE searchrow (
	slot INTEGER NOT NULL, 
	changed INTEGER NOT NULL, 
	record_id VARCHAR, 
	serial VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	pinyin VARCHAR NOT NULL, 
	initials VARCHAR NOT NULL, 
	document_number VARCHAR NOT NULL, 
	mobile VARCHAR NOT NULL, 
	landline VARCHAR NOT NULL, 
	room VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	declared_at VARCHAR NOT NULL, 
	batch_id VARCHAR, 
	PRIMARY KEY (slot), 
	FOREIGN KEY(record_id) REFERENCES registration (record_id), 
	UNIQUE (record_id)
);
INSERT INTO "searchrow" VALUES(1,1,'01a20b2c-91c0-7bbf-a8d5-c798ca12ddcb','ZJ-HZ-0001-1-000001-Z','余淑福','yushufu','ysf','330106194107041063','13805710001','','','intention','accepted','2026-11-24','01a20b2c-91c0-7a11-8a11-362c7d16b356');
INSERT INTO "searchrow" VALUES(2,2,'01a20b2c-91c0-7f36-ac7f-362c7d16b356','ZJ-HZ-0001-1-000002-X','样例六','yangliliu','yll','','13805710001','','','intention','draft','2026-11-24',NULL);
CREATE TABLE shift (
	id INTEGER NOT NULL, 
	record_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	supersedes INTEGER, 
	state VARCHAR NOT NULL, 
	current BOOLEAN NOT NULL, 
	void BOOLEAN NOT NULL, 
	reason VARCHAR NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	day VARCHAR NOT NULL, 
	member VARCHAR NOT NULL, 
	start VARCHAR NOT NULL, 
	"end" VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (record_id, number)
);
INSERT INTO "shift" VALUES(1,'01a20b2c-91c0-7bbf-a8d5-c798ca12ddc0',1,NULL,'recorded',1,0,'','','','2026-11-24','','','');
CREATE TABLE signingidentity (
	id INTEGER NOT NULL, 
	private_key BLOB NOT NULL, 
	certificate BLOB NOT NULL, 
	ca_certificate BLOB, 
	recipients JSON NOT NULL, 
	upload_url VARCHAR NOT NULL, 
	upload_token VARCHAR NOT NULL, 
	enrolled_at VARCHAR NOT NULL, 
	created_at VARCHAR NOT NULL, centre_certificates JSON DEFAULT '[]' NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "signingidentity" VALUES(1,X'308187020100301306072A8648CE3D020106082A8648CE3D030107046D306B020101042013AFEC7241F61B7E05B162F5615FBCA2439B4F5EBDD25C6B73B19C6840FE7507A14403420004149FE166A230E907DF688E96E4ED682691F4E4EF78879C3D0A0F35AF7C819D320F5FBCA5FEC4B5B1952C750704CC2D1317F2F4D98ED3D033C41B56DFE7197B0C',X'308201EE30820194A00302010202144418A0CE6501B853ECE08CC94DDE44DA119D833E300A06082A8648CE3D040302303C310B300906035504061302434E31183016060355040A0C0FE6A0B7E4BE8BE799BBE8AEB0E782B93113301106035504030C0A5A4A2D485A2D30303031301E170D3236313132333031333030305A170D3336313132313031333030305A303C310B300906035504061302434E31183016060355040A0C0FE6A0B7E4BE8BE799BBE8AEB0E782B93113301106035504030C0A5A4A2D485A2D303030313059301306072A8648CE3D020106082A8648CE3D03010703420004149FE166A230E907DF688E96E4ED682691F4E4EF78879C3D0A0F35AF7C819D320F5FBCA5FEC4B5B1952C750704CC2D1317F2F4D98ED3D033C41B56DFE7197B0CA3743072301D0603551D0E041604148C1BC81159BB4D4F3CD010AC0E830CAB263F636C300C0603551D130101FF04023000300E0603551D0F0101FF0404030206C030330603551D25042C302A06146983A99C84BEACA2D291A182F5F4AAC9EC82CC0506082B0601050507032406082B06010505070304300A06082A8648CE3D040302034800304502205BA853B1B3196D7ACC34871D3593781557BA1EFCBF8AAC9509FA4299D8E2EB3E0221008E298B6034FA9739DC6B1D65DC1D2A24E2624B7FCE1050AF17D5D50B112AD0BE',NULL,'[]','','','','2026-11-24T09:30:00+08:00','[]');
CREATE TABLE staff (
	number VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	disabled BOOLEAN NOT NULL, 
	created_at VARCHAR NOT NULL, open_record VARCHAR DEFAULT '' NOT NULL, "temporary" BOOLEAN DEFAULT 0 NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "staff" VALUES('A001','A001','administrator',0,'2026-11-24T09:30:00+08:00','',0);
CREATE TABLE teammember (
	id INTEGER NOT NULL, 
	record_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	supersedes INTEGER, 
	state VARCHAR NOT NULL, 
	current BOOLEAN NOT NULL, 
	void BOOLEAN NOT NULL, 
	reason VARCHAR NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	day VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	document_type VARCHAR NOT NULL, 
	document_number VARCHAR NOT NULL, 
	left_on VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (record_id, number)
);
INSERT INTO "teammember" VALUES(1,'01a20b2c-91c0-7bbf-a8d5-c798ca12ddc0',1,NULL,'recorded',1,0,'','','','2026-11-24','','','','','');
CREATE TABLE visit (
	id INTEGER NOT NULL, 
	record_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	supersedes INTEGER, 
	state VARCHAR NOT NULL, 
	current BOOLEAN NOT NULL, 
	void BOOLEAN NOT NULL, 
	reason VARCHAR NOT NULL, 
	recorded_at VARCHAR NOT NULL, 
	recorded_by VARCHAR NOT NULL, 
	day VARCHAR NOT NULL, 
	people VARCHAR NOT NULL, 
	registration_id VARCHAR NOT NULL, 
	serial VARCHAR NOT NULL, 
	given VARCHAR NOT NULL, 
	remarks VARCHAR NOT NULL, 
	batch_id VARCHAR, 
	centre_reasons JSON NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (record_id, number), 
	FOREIGN KEY(batch_id) REFERENCES batch (batch_id)
);
INSERT INTO "visit" VALUES(1,'01a20b2c-91c0-7bbf-a8d5-c798ca12ddc0',1,NULL,'recorded',1,0,'','','','2026-11-24','','','ZJ-HZ-0001-1-000001-Z','','',NULL,'[]');
CREATE TABLE volunteer (
	revision_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	former_name VARCHAR NOT NULL, 
	sex VARCHAR NOT NULL, 
	ethnicity VARCHAR NOT NULL, 
	birth_date VARCHAR NOT NULL, 
	nationality VARCHAR NOT NULL, 
	document_type VARCHAR NOT NULL, 
	document_number VARCHAR NOT NULL, 
	document_expires VARCHAR NOT NULL, 
	political_status VARCHAR NOT NULL, 
	education VARCHAR NOT NULL, 
	occupation VARCHAR NOT NULL, 
	marital_status VARCHAR NOT NULL, 
	mobile VARCHAR NOT NULL, 
	landline VARCHAR NOT NULL, 
	household_region VARCHAR NOT NULL, 
	household_address VARCHAR NOT NULL, 
	residence_region VARCHAR NOT NULL, 
	residence_address VARCHAR NOT NULL, 
	postcode VARCHAR NOT NULL, 
	religion_customs VARCHAR NOT NULL, 
	infectious_disease VARCHAR NOT NULL, 
	hereditary_disease VARCHAR NOT NULL, 
	major_surgery VARCHAR NOT NULL, 
	blood_type VARCHAR NOT NULL, 
	room VARCHAR NOT NULL, 
	PRIMARY KEY (revision_id), 
	FOREIGN KEY(revision_id) REFERENCES revision (id)
);
INSERT INTO "volunteer" VALUES(1,'余淑福','','','','1941-07-04','CHN','resident_id','330106194107041063','','','','','','13805710001','','','','','','','','','','','','');
INSERT INTO "volunteer" VALUES(2,'样例六','','','','1941-07-04','CHN','resident_id','','','','','','','13805710001','','','','','','','','','','','','');
CREATE TABLE witness (
	id INTEGER NOT NULL, 
	revision_id INTEGER, 
	name VARCHAR NOT NULL, 
	document_type VARCHAR NOT NULL, 
	document_number VARCHAR NOT NULL, 
	relation VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	organisation VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(revision_id) REFERENCES revision (id)
);
INSERT INTO "witness" VALUES(1,1,'样例二','','','none','','');
INSERT INTO "witness" VALUES(2,1,'样例三','','','none','','');
INSERT INTO "witness" VALUES(3,2,'样例二','','','none','','');
INSERT INTO "witness" VALUES(4,2,'样例三','','','none','','');
CREATE TABLE witnessstatement (
	revision_id INTEGER NOT NULL, 
	place VARCHAR NOT NULL, 
	started_at VARCHAR NOT NULL, 
	ended_at VARCHAR NOT NULL, 
	checks JSON NOT NULL, 
	volunteer_words VARCHAR NOT NULL, second_staff VARCHAR DEFAULT '' NOT NULL, 
	PRIMARY KEY (revision_id), 
	FOREIGN KEY(revision_id) REFERENCES revision (id)
);
INSERT INTO "witnessstatement" VALUES(1,'','','','[]','','');
INSERT INTO "witnessstatement" VALUES(2,'','','','[]','','');
CREATE INDEX ix_revision_batch_id ON revision (batch_id);
CREATE INDEX ix_revision_record_id ON revision (record_id);
CREATE INDEX ix_kin_revision_id ON kin (revision_id);
CREATE INDEX ix_volunteer_document_number ON volunteer (document_number);
CREATE INDEX ix_witness_revision_id ON witness (revision_id);
CREATE INDEX ix_searchrow_changed ON searchrow (changed);
CREATE INDEX ix_override_revision_id ON override (revision_id);
CREATE INDEX ix_event_record_id ON event (record_id);
CREATE INDEX ix_event_state ON event (state);
CREATE INDEX ix_event_current ON event (current);
CREATE INDEX ix_event_day ON event (day);
CREATE INDEX ix_event_batch_id ON event (batch_id);
CREATE INDEX ix_visit_record_id ON visit (record_id);
CREATE INDEX ix_visit_state ON visit (state);
CREATE INDEX ix_visit_current ON visit (current);
CREATE INDEX ix_visit_day ON visit (day);
CREATE INDEX ix_visit_batch_id ON visit (batch_id);
CREATE INDEX ix_visit_registration_id ON visit (registration_id);
CREATE INDEX ix_teammember_record_id ON teammember (record_id);
CREATE INDEX ix_teammember_state ON teammember (state);
CREATE INDEX ix_teammember_current ON teammember (current);
CREATE INDEX ix_teammember_day ON teammember (day);
CREATE INDEX ix_teammember_document_number ON teammember (document_number);
CREATE INDEX ix_shift_record_id ON shift (record_id);
CREATE INDEX ix_shift_state ON shift (state);
CREATE INDEX ix_shift_current ON shift (current);
CREATE INDEX ix_shift_day ON shift (day);
CREATE INDEX ix_shift_member ON shift (member);
CREATE INDEX ix_referral_serial ON referral (serial);
CREATE INDEX ix_volunteer_birth_date ON volunteer (birth_date);
CREATE INDEX ix_paper_subject ON paper (subject);
CREATE INDEX ix_paper_record_id ON paper (record_id);
CREATE INDEX ix_paper_pdf_sha256 ON paper (pdf_sha256);
CREATE INDEX ix_revision_standing ON revision (state, kind, current);
CREATE INDEX ix_revision_declared ON revision (state, declared_at, kind, record_id);
CREATE INDEX ix_auditentry_signed ON auditentry (record_id) WHERE action = 'signed';
CREATE UNIQUE INDEX ix_registration_serial ON registration (serial);
CREATE TRIGGER volunteer_update_frozen BEFORE UPDATE ON volunteer WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER volunteer_insert_frozen BEFORE INSERT ON volunteer WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER intention_update_frozen BEFORE UPDATE ON intention WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER intention_insert_frozen BEFORE INSERT ON intention WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER executor_update_frozen BEFORE UPDATE ON executor WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER executor_insert_frozen BEFORE INSERT ON executor WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER witnessstatement_update_frozen BEFORE UPDATE ON witnessstatement WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER witnessstatement_insert_frozen BEFORE INSERT ON witnessstatement WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER kin_update_frozen BEFORE UPDATE ON kin WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER kin_insert_frozen BEFORE INSERT ON kin WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER witness_update_frozen BEFORE UPDATE ON witness WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER witness_insert_frozen BEFORE INSERT ON witness WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER revision_kept BEFORE DELETE ON revision WHEN OLD.frozen BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER audit_update BEFORE UPDATE ON auditentry BEGIN SELECT RAISE(ABORT, 'frozen audit entry'); END;
CREATE TRIGGER audit_delete BEFORE DELETE ON auditentry BEGIN SELECT RAISE(ABORT, 'frozen audit entry'); END;
CREATE TRIGGER revision_found AFTER UPDATE OF kind, state, declared_at, batch_id ON revision WHEN NEW.current AND (OLD.kind IS NOT NEW.kind OR OLD.state IS NOT NEW.state OR OLD.declared_at IS NOT NEW.declared_at OR OLD.batch_id IS NOT NEW.batch_id) BEGIN UPDATE searchrow SET kind = NEW.kind, state = NEW.state, declared_at = NEW.declared_at, batch_id = NEW.batch_id, changed = (SELECT max(changed) + 1 FROM searchrow) WHERE record_id = NEW.record_id; END;
CREATE TRIGGER searchrow_kept BEFORE DELETE ON searchrow BEGIN SELECT RAISE(ABORT, 'a search row is emptied, never deleted'); END;
CREATE TRIGGER override_update_frozen BEFORE UPDATE ON override WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER override_insert_frozen BEFORE INSERT ON override WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER event_update_frozen BEFORE UPDATE OF "record_id", "number", "supersedes", "void", "reason", "recorded_at", "recorded_by", "day", "people", "category", "place", "reached", "topics" ON event WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen entry'); END;
CREATE TRIGGER event_delete_frozen BEFORE DELETE ON event WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen entry'); END;
CREATE TRIGGER visit_delete_frozen BEFORE DELETE ON visit WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen entry'); END;
CREATE TRIGGER teammember_update_frozen BEFORE UPDATE OF "record_id", "number", "supersedes", "void", "reason", "recorded_at", "recorded_by", "day", "name", "phone", "document_type", "document_number", "left_on" ON teammember WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen entry'); END;
CREATE TRIGGER teammember_delete_frozen BEFORE DELETE ON teammember WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen entry'); END;
CREATE TRIGGER shift_update_frozen BEFORE UPDATE OF "record_id", "number", "supersedes", "void", "reason", "recorded_at", "recorded_by", "day", "member", "start", "end" ON shift WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen entry'); END;
CREATE TRIGGER shift_delete_frozen BEFORE DELETE ON shift WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen entry'); END;
CREATE TRIGGER volunteer_delete_frozen BEFORE DELETE ON volunteer WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) AND NOT (SELECT registration.erased FROM revision JOIN registration USING (record_id) WHERE revision.id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER intention_delete_frozen BEFORE DELETE ON intention WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) AND NOT (SELECT registration.erased FROM revision JOIN registration USING (record_id) WHERE revision.id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER executor_delete_frozen BEFORE DELETE ON executor WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) AND NOT (SELECT registration.erased FROM revision JOIN registration USING (record_id) WHERE revision.id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER witnessstatement_delete_frozen BEFORE DELETE ON witnessstatement WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) AND NOT (SELECT registration.erased FROM revision JOIN registration USING (record_id) WHERE revision.id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER kin_delete_frozen BEFORE DELETE ON kin WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) AND NOT (SELECT registration.erased FROM revision JOIN registration USING (record_id) WHERE revision.id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER witness_delete_frozen BEFORE DELETE ON witness WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) AND NOT (SELECT registration.erased FROM revision JOIN registration USING (record_id) WHERE revision.id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER override_delete_frozen BEFORE DELETE ON override WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) AND NOT (SELECT registration.erased FROM revision JOIN registration USING (record_id) WHERE revision.id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER revision_frozen BEFORE UPDATE OF record_id, number, supersedes, kind, source, declared_at, recorded_at, recorded_by ON revision WHEN OLD.frozen BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER revision_reason_frozen BEFORE UPDATE OF reason ON revision WHEN OLD.frozen AND NOT ((SELECT erased FROM registration WHERE record_id = OLD.record_id) AND NEW.reason = '') BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER registration_erased AFTER UPDATE OF erased ON registration WHEN NEW.erased AND NOT OLD.erased BEGIN DELETE FROM volunteer WHERE revision_id IN (SELECT id FROM revision WHERE record_id = NEW.record_id); DELETE FROM intention WHERE revision_id IN (SELECT id FROM revision WHERE record_id = NEW.record_id); DELETE FROM executor WHERE revision_id IN (SELECT id FROM revision WHERE record_id = NEW.record_id); DELETE FROM witnessstatement WHERE revision_id IN (SELECT id FROM revision WHERE record_id = NEW.record_id); DELETE FROM kin WHERE revision_id IN (SELECT id FROM revision WHERE record_id = NEW.record_id); DELETE FROM witness WHERE revision_id IN (SELECT id FROM revision WHERE record_id = NEW.record_id); DELETE FROM override WHERE revision_id IN (SELECT id FROM revision WHERE record_id = NEW.record_id); DELETE FROM consent WHERE revision_id IN (SELECT id FROM revision WHERE record_id = NEW.record_id); DELETE FROM letter WHERE revision_id IN (SELECT id FROM revision WHERE record_id = NEW.record_id); DELETE FROM revisionattachment WHERE revision_id IN (SELECT id FROM revision WHERE record_id = NEW.record_id); UPDATE revision SET reason = '', staff_notes = '', step = '', centre_reasons = '[]', frozen = 1 WHERE record_id = NEW.record_id; END;
CREATE TRIGGER registration_stays_erased BEFORE UPDATE OF erased ON registration WHEN OLD.erased AND NOT NEW.erased BEGIN SELECT RAISE(ABORT, 'erased registration'); END;
CREATE TRIGGER registration_starts_whole BEFORE INSERT ON registration WHEN NEW.erased BEGIN SELECT RAISE(ABORT, 'erased registration'); END;
CREATE TRIGGER revision_of_erased BEFORE INSERT ON revision WHEN (SELECT erased FROM registration WHERE record_id = NEW.record_id) AND NEW.kind <> 'erasure' BEGIN SELECT RAISE(ABORT, 'erased registration'); END;
CREATE TRIGGER revision_stays_empty BEFORE UPDATE OF staff_notes, step, centre_reasons, frozen ON revision WHEN OLD.frozen AND (SELECT erased FROM registration WHERE record_id = NEW.record_id) AND NOT (NEW.staff_notes = '' AND NEW.step = '' AND NEW.frozen AND NEW.centre_reasons = '[]') BEGIN SELECT RAISE(ABORT, 'erased registration'); END;
CREATE TRIGGER consent_of_erased BEFORE INSERT ON consent WHEN (SELECT revision.frozen AND registration.erased FROM revision JOIN registration USING (record_id) WHERE revision.id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'erased registration'); END;
CREATE TRIGGER letter_of_erased BEFORE INSERT ON letter WHEN (SELECT revision.frozen AND registration.erased FROM revision JOIN registration USING (record_id) WHERE revision.id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'erased registration'); END;
CREATE TRIGGER revisionattachment_of_erased BEFORE INSERT ON revisionattachment WHEN (SELECT revision.frozen AND registration.erased FROM revision JOIN registration USING (record_id) WHERE revision.id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'erased registration'); END;
CREATE TRIGGER revisionattachment_update_sealed BEFORE UPDATE ON revisionattachment WHEN TRUE BEGIN SELECT RAISE(ABORT, 'sealed attachments'); END;
CREATE TRIGGER revisionattachment_insert_sealed BEFORE INSERT ON revisionattachment WHEN (SELECT batch_id IS NOT NULL OR state IN ('sealed', 'accepted', 'returned', 'superseded', 'abandoned') FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'sealed attachments'); END;
CREATE TRIGGER revisionattachment_delete_sealed BEFORE DELETE ON revisionattachment WHEN (OLD.role = 'letter' OR (SELECT batch_id IS NOT NULL OR state IN ('sealed', 'accepted', 'returned', 'superseded', 'abandoned') FROM revision WHERE id = OLD.revision_id)) AND NOT (SELECT registration.erased FROM revision JOIN registration USING (record_id) WHERE revision.id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'sealed attachments'); END;
CREATE TRIGGER visit_update_frozen BEFORE UPDATE OF "record_id", "number", "supersedes", "void", "recorded_at", "recorded_by", "day", "people", "registration_id", "serial" ON visit WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen entry'); END;
CREATE TRIGGER visit_words_frozen BEFORE UPDATE OF reason, given, remarks ON visit WHEN OLD.state <> 'draft' AND NOT (coalesce((SELECT erased FROM registration WHERE record_id = OLD.registration_id), 0) AND NEW.reason = '' AND NEW.remarks = '' AND NEW.given = '（已删除）') BEGIN SELECT RAISE(ABORT, 'frozen entry'); END;
CREATE TRIGGER registration_erased_visits AFTER UPDATE OF erased ON registration WHEN NEW.erased AND NOT OLD.erased BEGIN UPDATE visit SET reason = '', remarks = '', given = '（已删除）' WHERE registration_id = NEW.record_id OR (state = 'draft' AND serial = NEW.serial); END;
CREATE TRIGGER paper_update_kept BEFORE UPDATE OF kind, subject, record_id, revision, large, text_version, token, pdf_sha256, reprint, reason, printed_at, printed_by ON paper WHEN TRUE BEGIN SELECT RAISE(ABORT, 'printed paper'); END;
CREATE TRIGGER paper_delete_kept BEFORE DELETE ON paper WHEN OLD.record_id IS NULL OR NOT (SELECT erased FROM registration WHERE record_id = OLD.record_id) BEGIN SELECT RAISE(ABORT, 'printed paper'); END;
CREATE TRIGGER paper_of_erased BEFORE INSERT ON paper WHEN (SELECT erased FROM registration WHERE record_id = NEW.record_id) BEGIN SELECT RAISE(ABORT, 'printed paper'); END;
CREATE TRIGGER registration_erased_papers AFTER UPDATE OF erased ON registration WHEN NEW.erased AND NOT OLD.erased BEGIN DELETE FROM paper WHERE record_id = NEW.record_id; END;
COMMIT;
