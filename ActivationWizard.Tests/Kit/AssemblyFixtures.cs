using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Mailbox;
using ActivationWizard.Tests.Kit.Postgres;
using ActivationWizard.Tests.Kit.Run;

// One of each per run, given to every test class whose constructor asks for it, started by the first test that uses it.
[assembly: AssemblyFixture(typeof(BrowserHost))]
[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(Dovecot))]
[assembly: BrowserEvidence]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]
