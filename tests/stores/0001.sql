BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
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
	size INTEGER NOT NULL, 
	PRIMARY KEY (batch_id)
);
INSERT INTO "batch" VALUES('01a20b2c-91c0-7a11-8a11-362c7d16b356',1,1,'accepted','ZJ-HZ-0001-1-000001.zjrc','abababababababababababababababababababababababababababababababab',NULL,'2026-11-24T09:30:00+08:00','A001',1,0);
CREATE TABLE certificate (
	record_id VARCHAR NOT NULL, 
	revision INTEGER NOT NULL, 
	number VARCHAR NOT NULL, 
	token VARCHAR NOT NULL, 
	received_at VARCHAR NOT NULL, 
	PRIMARY KEY (record_id), 
	FOREIGN KEY(record_id) REFERENCES registration (record_id)
);
INSERT INTO "certificate" VALUES('01a20b2c-91c0-7bbf-a8d5-c798ca12ddcb',1,'Z2026-00000001','','');
CREATE TABLE consent (
	revision_id INTEGER NOT NULL, 
	text_version VARCHAR NOT NULL, 
	given_at VARCHAR NOT NULL, 
	PRIMARY KEY (revision_id), 
	FOREIGN KEY(revision_id) REFERENCES revision (id)
);
INSERT INTO "consent" VALUES(1,'','');
INSERT INTO "consent" VALUES(2,'','');
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
	created_at VARCHAR NOT NULL, 
	PRIMARY KEY (code)
);
INSERT INTO "point" VALUES('ZJ-HZ-0001','样例登记点','','','','','',1,2,'2026-11-24T09:30:00+08:00');
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
CREATE TABLE registration (
	record_id VARCHAR NOT NULL, 
	serial VARCHAR NOT NULL, 
	source_digest VARCHAR, 
	created_at VARCHAR NOT NULL, 
	PRIMARY KEY (record_id), 
	UNIQUE (source_digest)
);
INSERT INTO "registration" VALUES('01a20b2c-91c0-7bbf-a8d5-c798ca12ddcb','ZJ-HZ-0001-1-000001-Z',NULL,'2026-11-24T09:30:00+08:00');
INSERT INTO "registration" VALUES('01a20b2c-91c0-7f36-ac7f-362c7d16b356','ZJ-HZ-0001-1-000002-X',NULL,'2026-11-24T09:30:00+08:00');
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
	role VARCHAR NOT NULL, 
	PRIMARY KEY (revision_id, sha256), 
	FOREIGN KEY(revision_id) REFERENCES revision (id), 
	FOREIGN KEY(sha256) REFERENCES attachment (sha256)
);
INSERT INTO "revisionattachment" VALUES(1,'2ffcde89b761ddae09914f72e5e518dc6e9278b92ba53615e5026e67c2218489','letter');
CREATE TABLE searchrow (
	record_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	pinyin VARCHAR NOT NULL, 
	initials VARCHAR NOT NULL, 
	document_number VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	room VARCHAR NOT NULL, 
	PRIMARY KEY (record_id), 
	FOREIGN KEY(record_id) REFERENCES registration (record_id)
);
INSERT INTO "searchrow" VALUES('01a20b2c-91c0-7bbf-a8d5-c798ca12ddcb','余淑福','yushufu','ysf','330106194107041063','','');
INSERT INTO "searchrow" VALUES('01a20b2c-91c0-7f36-ac7f-362c7d16b356','样例六','yangliliu','yll','','','');
CREATE TABLE signingidentity (
	id INTEGER NOT NULL, 
	private_key BLOB NOT NULL, 
	certificate BLOB NOT NULL, 
	ca_certificate BLOB, 
	recipients JSON NOT NULL, 
	upload_url VARCHAR NOT NULL, 
	upload_token VARCHAR NOT NULL, 
	enrolled_at VARCHAR NOT NULL, 
	created_at VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "signingidentity" VALUES(1,X'308187020100301306072A8648CE3D020106082A8648CE3D030107046D306B020101042078792D7FA8EED25B80E0C5341CF7880F599BF80A594241253271B3293D775CBDA1440342000433D2FA12142E5521957C5D3E4249398CDD7BD81A0DB7FD5C3D7EDEACD777425157E925C46E15C15F2CB93F6A473212C2F3963626466185318BE8E0C0CDA22419',X'308201EE30820194A0030201020214359681009645BFB2983A03C9A542B13F5E3602DB300A06082A8648CE3D040302303C310B300906035504061302434E31183016060355040A0C0FE6A0B7E4BE8BE799BBE8AEB0E782B93113301106035504030C0A5A4A2D485A2D30303031301E170D3236313132333031333030305A170D3336313132313031333030305A303C310B300906035504061302434E31183016060355040A0C0FE6A0B7E4BE8BE799BBE8AEB0E782B93113301106035504030C0A5A4A2D485A2D303030313059301306072A8648CE3D020106082A8648CE3D0301070342000433D2FA12142E5521957C5D3E4249398CDD7BD81A0DB7FD5C3D7EDEACD777425157E925C46E15C15F2CB93F6A473212C2F3963626466185318BE8E0C0CDA22419A3743072301D0603551D0E04160414F8E644FCF7A45E4C8C2309456BC3CD772A01000D300C0603551D130101FF04023000300E0603551D0F0101FF0404030206C030330603551D25042C302A06146983A99C84BEACA2D291A182F5F4AAC9EC82CC0506082B0601050507032406082B06010505070304300A06082A8648CE3D0403020348003045022016E42A683B1E90A199967361EF42DA6B33F6995E2EC52229DD5EAEF359BA0ADD022100C4B3574B1A216F95A66DC5F5690E5C3240CFD93538BC973A1FDCD653C5E4147E',NULL,'[]','','','','2026-11-24T09:30:00+08:00');
CREATE TABLE staff (
	number VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	disabled BOOLEAN NOT NULL, 
	created_at VARCHAR NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "staff" VALUES('A001','A001','administrator',0,'2026-11-24T09:30:00+08:00');
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
	volunteer_words VARCHAR NOT NULL, 
	PRIMARY KEY (revision_id), 
	FOREIGN KEY(revision_id) REFERENCES revision (id)
);
INSERT INTO "witnessstatement" VALUES(1,'','','','[]','');
INSERT INTO "witnessstatement" VALUES(2,'','','','[]','');
CREATE INDEX ix_revision_batch_id ON revision (batch_id);
CREATE INDEX ix_revision_current ON revision (current);
CREATE INDEX ix_revision_record_id ON revision (record_id);
CREATE INDEX ix_revision_state ON revision (state);
CREATE INDEX ix_searchrow_document_number ON searchrow (document_number);
CREATE INDEX ix_searchrow_initials ON searchrow (initials);
CREATE INDEX ix_searchrow_name ON searchrow (name);
CREATE INDEX ix_kin_revision_id ON kin (revision_id);
CREATE INDEX ix_volunteer_document_number ON volunteer (document_number);
CREATE INDEX ix_witness_revision_id ON witness (revision_id);
CREATE UNIQUE INDEX ix_registration_serial ON registration (serial);
CREATE TRIGGER volunteer_update_frozen BEFORE UPDATE ON volunteer WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER volunteer_delete_frozen BEFORE DELETE ON volunteer WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER volunteer_insert_frozen BEFORE INSERT ON volunteer WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER intention_update_frozen BEFORE UPDATE ON intention WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER intention_delete_frozen BEFORE DELETE ON intention WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER intention_insert_frozen BEFORE INSERT ON intention WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER executor_update_frozen BEFORE UPDATE ON executor WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER executor_delete_frozen BEFORE DELETE ON executor WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER executor_insert_frozen BEFORE INSERT ON executor WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER witnessstatement_update_frozen BEFORE UPDATE ON witnessstatement WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER witnessstatement_delete_frozen BEFORE DELETE ON witnessstatement WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER witnessstatement_insert_frozen BEFORE INSERT ON witnessstatement WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER kin_update_frozen BEFORE UPDATE ON kin WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER kin_delete_frozen BEFORE DELETE ON kin WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER kin_insert_frozen BEFORE INSERT ON kin WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER witness_update_frozen BEFORE UPDATE ON witness WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER witness_delete_frozen BEFORE DELETE ON witness WHEN (SELECT frozen FROM revision WHERE id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER witness_insert_frozen BEFORE INSERT ON witness WHEN (SELECT frozen FROM revision WHERE id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER revision_frozen BEFORE UPDATE OF record_id, number, supersedes, kind, source, declared_at, recorded_at, recorded_by, reason ON revision WHEN OLD.frozen BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER revision_kept BEFORE DELETE ON revision WHEN OLD.frozen BEGIN SELECT RAISE(ABORT, 'frozen revision'); END;
CREATE TRIGGER audit_update BEFORE UPDATE ON auditentry BEGIN SELECT RAISE(ABORT, 'frozen audit entry'); END;
CREATE TRIGGER audit_delete BEFORE DELETE ON auditentry BEGIN SELECT RAISE(ABORT, 'frozen audit entry'); END;
COMMIT;
