using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Counts;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Leases;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Retention;
using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Postgres;
using ActivationWizard.App.Journal.Storage.Sqlite;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.Security;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ActivationWizard.App.Journal;

/// <summary>
/// Adds the journal, its key store, the queries on it and the step that makes the databases ready at the start.
/// </summary>
public static class JournalRegistration
{
    /// <summary>
    /// Which database it is decides what is registered. A demonstration without a master key makes its own. Needs a
    /// <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddJournal(
        this IServiceCollection services, JournalOptions options, string dataFolder, DatabaseMark mark)
    {
        var place = new JournalPlace(options, dataFolder, mark);
        services.AddSingleton(place);
        var master = options.MasterKey ?? MasterKeySource.OfDemo(dataFolder);
        services.AddSingleton(master).AddSingleton(new KeyRing(master, options.PreviousMasterKey)).AddSingleton<KeyRotation>();
        services.AddDatabases(place, options);
        services.AddSingleton<HashChain>().AddSingleton<RecordSeals>().AddSingleton<CaseKeys>().AddSingleton<CasePseudonyms>()
            .AddSingleton<EventSealing>();
        services.AddSingleton<CaseHeads>().AddSingleton<CaseReading>().AddSingleton<CaseAppender>();
        services.AddSingleton<IntakeKeys>().AddSingleton<CaseOpener>().AddSingleton<CaseReopener>();
        services.AddSingleton<RecordVerification>().AddSingleton<JournalVerification>().AddSingleton<CheckpointComparison>();
        services.AddSingleton<DatabaseLogs>().AddSingleton<ErasedKeys>().AddSingleton<ErasedFiles>();
        services.AddSingleton<Tombstones>();
        services.AddSingleton<CaseErasure>().AddSingleton<ErasureReplay>();
        services.AddSingleton(options.Retention).AddSingleton<RecordRetention>();
        services.AddSingleton<RetentionRound>().AddSingleton<RetentionOutlook>().AddSingleton<ClearRemoval>();
        services.AddSingleton<CaseJournal>().AddSingleton<ICaseJournal>(provider => provider.GetRequiredService<CaseJournal>());
        services.AddSingleton(new LeaseTerm(options.LeaseTime));
        services.AddSingleton<LeaseRows>().AddSingleton<TenantLeases>()
            .AddSingleton<ITenantLeases>(provider => provider.GetRequiredService<TenantLeases>());
        services.AddSingleton<ICodeHistory, CodeHistory>();
        services.AddSingleton<KnownEmployees>()
            .AddSingleton<CaseQueries>().AddSingleton<FinishedCases>().AddSingleton<CasesUnderWay>().AddSingleton<RelatedCases>();
        services.AddSingleton<IOpenCases, OpenCases>();
        services.AddSingleton<ReplayRights>().AddSingleton<AccessNotes>().AddSingleton<CaseAdmission>()
            .AddSingleton<AccessRecords>().AddSingleton<AccessHealth>();
        services.AddSingleton<DueHandOvers>();
        services.AddSingleton(options.Sample).AddSingleton<ReviewDrawing>().AddSingleton<CaseReviews>()
            .AddSingleton<ReviewLists>();
        services.AddSingleton<CaseAccesses>().AddSingleton<CaseComments>().AddSingleton<SavedViews>().AddSingleton<Overviews>();
        services.AddSingleton<Trials>().AddSingleton<ReportedMistakes>().AddSingleton<InboxNotes>();
        services.AddSingleton<TemplateNotes>()
            .AddSingleton<IKeptTemplates>(provider => provider.GetRequiredService<TemplateNotes>());
        services.AddSingleton<MessageRows>().AddSingleton<IncomingMessages>().AddSingleton<MailRecords>()
            .AddSingleton<MailWorkLease>().AddSingleton<DecidedMessages>().AddSingleton<MessageFigures>()
            .AddSingleton<SenderMessages>();
        services.AddSingleton<SessionRecords>().AddSingleton<CaseDrafts>().AddSingleton<CaseExport>().AddSingleton<CaseImport>();
        services.AddSingleton<SharedCounts>()
            .AddSingleton<ISharedCounts>(provider => provider.GetRequiredService<SharedCounts>());
        services.AddSingleton<TenantNotes>().AddSingleton<TenantRecords>().AddSingleton<JournalMove>();
        services.AddSingleton<OutsideCheckpoint>().AddSingleton<LostTime>();
        services.AddSingleton<CheckpointWriting>().AddSingleton<Checkpoints>();
        services.AddSingleton(options).AddSingleton<DatabaseBackup>();
        services.AddSingleton<InstallationEpochs>()
            .AddSingleton<ICurrentEpoch>(provider => provider.GetRequiredService<InstallationEpochs>());
        services.AddSingleton<Sightings>().AddSingleton<ISightings>(provider => provider.GetRequiredService<Sightings>());
        services.AddSingleton<CaseFigures>();
        services.AddSingleton<DisturbanceNotes>().AddSingleton<WatchLease>();
        services.AddSingleton<LivingInstances>().AddSingleton<DatabaseSize>();
        services.AddSingleton<InstallationMark>().AddSingleton<WordRefresh>()
            .AddSingleton<FinishedRefresh>().AddSingleton<RecordBaseline>();
        services.AddSingleton<JournalUpkeep>().AddSingleton<JournalPreparation>();
        services.AddHostedService(provider => provider.GetRequiredService<JournalPreparation>());
        return services;
    }

    /// <summary>
    /// Adds what every instance on the database shares and no file may hold: the keys of cookies and forms, and the check that
    /// the key for fingerprints is the same. After <see cref="AddJournal"/>, which makes the tables.
    /// </summary>
    public static IServiceCollection AddSharedKeys(this IServiceCollection services)
    {
        services.AddHostedService<DatabaseRightsCheck>();
        services.AddHostedService<FingerprintKeyCheck>();
        services.AddSingleton<SignInKeys>();
        services.AddDataProtection().SetApplicationName(nameof(ActivationWizard));
        // Said aloud, or the framework warns at every start: the store itself seals what it is given.
        services.AddOptions<KeyManagementOptions>().Configure<SignInKeys>(
            (options, keys) => (options.XmlRepository, options.XmlEncryptor) = (keys, new NullXmlEncryptor()));
        services.AddHostedService<SignInKeyPreparation>();
        services.AddDatabaseHealth();
        return services;
    }

    private static void AddDatabases(this IServiceCollection services, JournalPlace place, JournalOptions options)
    {
        services.AddMetrics().AddSingleton<JournalMeter>();
        services.AddSingleton(provider => place.HasEraser
            ? Eraser(place, provider.GetRequiredService<JournalMeter>())
            : new ErasureStores(
                provider.GetRequiredService<IDbContextFactory<JournalContext>>(),
                provider.GetRequiredService<IDbContextFactory<KeyStoreContext>>(),
                provider.GetRequiredService<IJournalWriter>()));
        if (place.Provider is JournalProvider.Sqlite)
        {
            services.AddPooledDbContextFactory<SqliteJournalContext>(place.UseJournal);
            services.AddPooledDbContextFactory<SqliteKeyStoreContext>(place.UseKeyStore);
            services.AddContexts<SqliteJournalContext, SqliteKeyStoreContext>();
            services.AddSingleton<IJournalWriter, GroupWriter>();
            services.AddSingleton<IJournalNews, NoJournalNews>();
        }
        else
        {
            services.AddPooledDbContextFactory<PostgresJournalContext>(place.UseJournal);
            services.AddPooledDbContextFactory<PostgresKeyStoreContext>(place.UseKeyStore);
            services.AddContexts<PostgresJournalContext, PostgresKeyStoreContext>();
            services.AddSingleton<IJournalWriter, DirectWriter>();
            services.AddSingleton<IJournalNews>(
                provider => new PostgresNews(options, provider.GetRequiredService<TimeProvider>()));
        }
    }

    private static ErasureStores Eraser(JournalPlace place, JournalMeter meter)
    {
        var (journal, keyStore) = (
            new DbContextOptionsBuilder<PostgresJournalContext>(), new DbContextOptionsBuilder<PostgresKeyStoreContext>());
        place.UseJournalToErase(journal);
        place.UseKeyStoreToErase(keyStore);
        var journals = new AsBase<JournalContext, PostgresJournalContext>(
            new PooledDbContextFactory<PostgresJournalContext>(journal.Options));
        var keyStores = new AsBase<KeyStoreContext, PostgresKeyStoreContext>(
            new PooledDbContextFactory<PostgresKeyStoreContext>(keyStore.Options));
        return new ErasureStores(journals, keyStores, new DirectWriter(journals, meter));
    }

    private static void AddContexts<TJournal, TKeyStore>(this IServiceCollection services)
        where TJournal : JournalContext
        where TKeyStore : KeyStoreContext
    {
        services.AddSingleton<IDbContextFactory<JournalContext>, AsBase<JournalContext, TJournal>>();
        services.AddSingleton<IDbContextFactory<KeyStoreContext>, AsBase<KeyStoreContext, TKeyStore>>();
    }
}
