using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.Mailbox;

/// <summary>How the tests' mail server is set up: with nothing of the machine's own, and for an account without rights.</summary>
internal static class DovecotSettings
{
    /// <summary>The people who have their folders in another way than everybody else.</summary>
    public const string People = Dovecot.DottedPerson
        + ":::::::userdb_namespace/inbox/separator=. userdb_namespace/inbox/prefix=INBOX.\n";

    /// <summary>Where it asks whose a token is.</summary>
    public static string Introspection(Uri site) => $"""
        introspection_url = {new Uri(site, "introspect")}
        introspection_mode = post
        username_attribute = username
        active_attribute = active
        active_value = true

        """;

    public static string Of(DovecotProcess process, TemporaryFolder folder, string user, string group) => $$"""
        base_dir = {{folder["run"]}}
        state_dir = {{folder["state"]}}
        log_path = /dev/stderr
        protocols = imap submission
        listen = 127.0.0.1
        hostname = localhost
        ssl = yes
        ssl_cert = <{{folder["cert.pem"]}}
        ssl_key = <{{folder["key.pem"]}}
        disable_plaintext_auth = no
        auth_mechanisms = plain login xoauth2 oauthbearer
        auth_failure_delay = 0
        default_internal_user = {{user}}
        default_internal_group = {{group}}
        default_login_user = {{user}}
        first_valid_uid = 1
        first_valid_gid = 1
        mail_location = maildir:~/Maildir:LAYOUT=fs
        mail_max_userip_connections = {{Dovecot.MostConnections}}
        submission_relay_host = 127.0.0.1
        submission_relay_port = {{process.Relay.Port}}

        namespace inbox {
          inbox = yes
          separator = /
        }
        passdb {
          driver = static
          args = password={{Dovecot.Password}}
          mechanisms = plain login
        }
        passdb {
          driver = oauth2
          args = {{folder["oauth2.conf"]}}
          mechanisms = xoauth2 oauthbearer
        }
        userdb {
          driver = passwd-file
          args = {{folder["people"]}}
          default_fields = uid={{user}} gid={{group}} home={{folder["mail"]}}/%u
          result_success = return-ok
        }
        userdb {
          driver = static
          args = uid={{user}} gid={{group}} home={{folder["mail"]}}/%u allow_all_users=yes
        }
        service anvil {
          chroot =
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }
        service stats {
          chroot =
        }
        service imap-urlauth-login {
          chroot =
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = {{process.ImapPort}}
          }
          inet_listener imaps {
            port = 0
          }
        }
        service submission-login {
          chroot =
          inet_listener submission {
            port = {{process.SubmissionPort}}
          }
        }

        """;
}
