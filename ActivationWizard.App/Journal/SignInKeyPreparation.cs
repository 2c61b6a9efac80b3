using System.Xml;
using System.Xml.Linq;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Journal;

/// <summary>
/// Before anybody is served there is a key for cookies in the database, and one instance at a time sees to it: two that start at
/// once would each make one, and refuse the cookies of the other. What an earlier version kept as files in the data folder is
/// taken over first, so that whoever was signed in stays so.
/// </summary>
public sealed class SignInKeyPreparation(
    SignInKeys keys, IKeyManager manager, IOptions<KeyManagementOptions> options, JournalPlace place, Installation installation)
    : IHostedLifecycleService
{
    private const string Folder = "keys";
    private const string TakenOver = ".overgenomen";

    // The keys' own terms are in the machine's time, whatever clock the app goes by.
    private static readonly TimeProvider Real = TimeProvider.System;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var alone = await place.LockAsync(cancellationToken);
        var folder = new DirectoryInfo(Path.Combine(installation.DataFolder, Folder));
        foreach (var file in folder.Exists ? folder.GetFiles("*.xml") : [])
            await TakeOverAsync(file, cancellationToken);

        var now = Real.GetUtcNow();
        if (!manager.GetAllKeys().Any(key => !key.IsRevoked && key.ActivationDate <= now && key.ExpirationDate > now))
            manager.CreateNewKey(now, now + options.Value.NewKeyLifetime);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Renamed and not deleted: an older version that is put back finds them again.
    private async Task TakeOverAsync(FileInfo file, CancellationToken cancellation)
    {
        XElement element;
        try
        {
            element = XElement.Load(file.FullName);
        }
        catch (XmlException)
        {
            // No key of anybody's; the framework could not read it either.
            return;
        }

        await keys.TakeOverAsync(element, cancellation);
        file.MoveTo(file.FullName + TakenOver, overwrite: true);
    }
}
