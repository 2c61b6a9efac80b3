using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>
/// What moves with an installation: every table. Leases as well, since they say which case has a tenant, and for how long a
/// process that was killed may still be at it; sessions too, so that nobody is signed out.
/// </summary>
public static class MovedTables
{
    /// <summary>The types of all rows that move.</summary>
    public static IReadOnlyList<Type> Rows => [.. KeyStore.Concat(Journal).Select(one => one.Row)];

    /// <summary>Those of the key store.</summary>
    internal static IReadOnlyList<MovedTable> KeyStore { get; } =
    [
        new MovedTable<DataKeyRow>(), new MovedTable<SignInKeyRow>(), new MovedTable<KeyRingRow>(),
        new MovedTable<LastingKeyRow>(),
    ];

    /// <summary>Those of the journal, each after those that its rows refer to.</summary>
    internal static IReadOnlyList<MovedTable> Journal { get; } =
    [
        new MovedTable<InstallationRow>(),
        new MovedTable<EpochRow>(),
        new MovedTable<CounterRow>(),
        new MovedTable<SummaryRow>(),
        new MovedTable<EventRow>(),
        new MovedTable<IntakeRow>(),
        new MovedTable<LeaseRow>(),
        new MovedTable<SightingRow>(),
        new MovedTable<SearchWordRow>(),
        new MovedTable<WordPseudonymRow>(),
        new MovedTable<CommentRow>(),
        new MovedTable<DraftRow>(),
        new MovedTable<DueHandOverRow>(),
        new MovedTable<ReviewRow>(),
        new MovedTable<AccessRow>(),
        new MovedTable<RecordHeadRow>(),
        new MovedTable<RetentionRow>(),
        new MovedTable<SavedViewRow>(),
        new MovedTable<InboxItemRow>(),
        new MovedTable<InboxSeenRow>(),
        new MovedTable<MailTemplatesRow>(),
        new MovedTable<TemplateChoiceRow>(),
        new MovedTable<IncomingMessageRow>(),
        new MovedTable<MessagePlaceRow>(),
        new MovedTable<MailWorkRow>(),
        new MovedTable<DisturbanceRow>(),
        new MovedTable<WatchRow>(),
        new MovedTable<InstanceRow>(),
        new MovedTable<ErasureRow>(),
        new MovedTable<SessionRow>(),
        new MovedTable<LogoutTokenRow>(),
        new MovedTable<LimitCountRow>(),
        new MovedTable<OpenPagesRow>(),
    ];
}
