using ActivationWizard.App.Journal.Encryption;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage.Sqlite;

/// <summary>The journal in <c>journal.db</c> in the data folder.</summary>
public sealed class SqliteJournalContext(DbContextOptions<SqliteJournalContext> options) : JournalContext(options);

/// <summary>
/// The key store in <c>keys.db</c> in the data folder: a file of its own, so that it can be kept and backed up apart.
/// </summary>
public sealed class SqliteKeyStoreContext(DbContextOptions<SqliteKeyStoreContext> options) : KeyStoreContext(options);
