using ActivationWizard.App.Journal.Encryption;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>The databases under the account that may erase; those of the app where there is no such account.</summary>
public sealed record ErasureStores(
    IDbContextFactory<JournalContext> Journals, IDbContextFactory<KeyStoreContext> KeyStores, IJournalWriter Writer);
