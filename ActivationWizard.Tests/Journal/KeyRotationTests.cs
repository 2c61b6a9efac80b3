using System.Security.Cryptography;
using System.Xml.Linq;
using ActivationWizard.App;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteKeyRotationTests() : KeyRotationTests(JournalProvider.Sqlite, null);

public sealed class PostgresKeyRotationTests(PostgresServer postgres) : KeyRotationTests(JournalProvider.Postgres, postgres);

/// <summary>Another master key, while instances read and write; afterwards the old one opens nothing.</summary>
public abstract class KeyRotationTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly (string Key, string Value) NewKey = ("Journal:MasterKey", FixedKey.Master);

    private (string Key, string Value)[] Both => [NewKey, ("Journal:PreviousMasterKeyFile", OldKeyFile)];

    private string OldKeyFile => Path.Combine(Host.Storage.Folder, MasterKeySource.DemoFile);

    [Fact]
    public async Task RunAsync_WhileInstancesReadAndWrite_LosesNothingAndTheOldKeyOpensNothing()
    {
        var finished = await FinishAsync();
        var known = await Journal.OpenAsync(Story.Request("Eva"), Actor.Wizard, "form:5", Cancellation);
        SignIn(Host, Host.Get<KeyRing>()).StoreElement(new XElement("key", new XAttribute("id", Guid.NewGuid())), "one");
        await using var one = await StartAsync(Both);
        await using var two = await StartAsync(Both);
        using var done = new CancellationTokenSource();

        var work = new[] { one, two }.Select(host => Task.Run(() => WorkAsync(host, finished.Number, done.Token))).ToList();
        var rotated = await one.Get<KeyRotation>().RunAsync(1, () => Task.Delay(1, Cancellation), Cancellation);
        await done.CancelAsync();
        var opened = (await Task.WhenAll(work)).SelectMany(numbers => numbers).ToList();

        Assert.Equal((0, 1), (rotated.Unreadable, rotated.SignInKeys));
        Assert.NotEmpty(opened);
        await using var later = await StartAsync(NewKey);
        foreach (var number in opened)
            Assert.Single(await later.Reading.EventsAsync(number, Cancellation));
        Assert.Equal(13, (await later.Reading.EventsAsync(finished.Number, Cancellation)).Count);
        Assert.Single(SignIn(later, later.Get<KeyRing>()).GetAllElements());
        var found = await later.Verification.CheckAllAsync(Cancellation);
        Assert.Equal((opened.Count + 2, 0, 0), (found.Cases, found.Breaks.Count, found.Beside.Count));
        // The website's key, which is kept as a pseudonym, and the chain go on as they were.
        Assert.Equal(
            known.Number, (await later.Journal.OpenAsync(Story.Request("Eva"), Actor.Wizard, "form:5", Cancellation)).Number);
        // So do the pseudonyms of the case's words and tenant.
        Assert.Single((await later.Finished.PageAsync(DemoPeople.Els, "jans 5612ab", null, 10, Cancellation)).Cases);
        Assert.Equal(
            finished.Number,
            (await later.Get<ICodeHistory>().LastCodeSentAsync(TenantKeys.Of(Story.PartyId), Cancellation)).Case);
        await AssertOldKeyOpensNothingAsync();
    }

    [Fact]
    public async Task RunAsync_StoppedHalfWay_IsReadWithBothKeysRefusedWithOneAndGoesOn()
    {
        var cases = new[] { await FinishAsync(), await FinishAsync(), await FinishAsync() };
        await using var both = await StartAsync(Both);
        var turns = 0;

        await Assert.ThrowsAsync<TimeoutException>(() => both.Get<KeyRotation>().RunAsync(
            1, () => ++turns is 3 ? throw new TimeoutException() : Task.CompletedTask, Cancellation));

        await using (var keys = both.Get<IDbContextFactory<KeyStoreContext>>().CreateDbContext())
            Assert.Equal(2, (await keys.DataKeys.Select(row => row.WrappedBy).Distinct().ToListAsync(Cancellation)).Count);
        foreach (var one in cases)
            Assert.Equal(13, (await both.Reading.EventsAsync(one.Number, Cancellation)).Count);
        var refused = await Assert.ThrowsAsync<WrongInstallationException>(() => StartAsync(NewKey));
        Assert.Contains("Journal:PreviousMasterKey", Assert.Single(refused.Failures), StringComparison.Ordinal);
        await Assert.ThrowsAsync<WrongInstallationException>(() => StartAsync());

        await using var again = await StartAsync(Both);
        Assert.Equal(new RotatedKeys(3, 0, 0), await again.Get<KeyRotation>().RunAsync(200, NotTold, Cancellation));
        Assert.Equal(new RotatedKeys(3, 0, 0), await again.Get<KeyRotation>().RunAsync(200, NotTold, Cancellation));
        await using var later = await StartAsync(NewKey);
        Assert.Equal(13, (await later.Reading.EventsAsync(cases[0].Number, Cancellation)).Count);
        await AssertOldKeyOpensNothingAsync();
    }

    [Fact]
    public async Task RunAsync_AgainLater_GoesOnFromTheKeyOfTheTimeBefore()
    {
        var finished = await FinishAsync();
        await using (var both = await StartAsync(Both))
            await both.Get<KeyRotation>().RunAsync(200, NotTold, Cancellation);
        var third = ("Journal:MasterKey", Random("third"));
        await using (var next = await StartAsync(third, ("Journal:PreviousMasterKey", FixedKey.Master)))
        {
            await next.Get<Checkpoints>().MakeAsync(new Dictionary<long, int>(), 0, Cancellation);
            Assert.Equal(new RotatedKeys(1, 0, 0), await next.Get<KeyRotation>().RunAsync(200, NotTold, Cancellation));
        }

        await using var last = await StartAsync(third);

        Assert.Equal(13, (await last.Reading.EventsAsync(finished.Number, Cancellation)).Count);
        Assert.Empty((await last.Verification.CheckAllAsync(Cancellation)).Breaks);
        await Assert.ThrowsAsync<WrongInstallationException>(() => StartAsync(NewKey));
    }

    [Fact]
    public async Task ToWriteAsync_AnInstanceWithoutTheNewKey_OpensNoCaseUnderTheOld()
    {
        await FinishAsync();
        await using (var both = await StartAsync(Both))
            await both.Get<KeyRotation>().RunAsync(200, NotTold, Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync());
    }

    [Fact]
    public async Task Rotate_TheCommand_SaysWhatItDidAndRefusesAWrongOldKeyWithNothingChanged()
    {
        var finished = await FinishAsync();
        var before = await WrappedAsync();
        var wrong = Path.Combine(Host.Storage.Folder, "wrong.key");
        await File.WriteAllTextAsync(wrong, Random("wrong"), Cancellation);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(wrong, UnixFileMode.UserRead);
        var asked = $"--Journal:MasterKey={FixedKey.Master}";

        var (none, saidNone) = await RotateAsync();
        var (refused, saidRefused) = await RotateAsync(asked, $"--Journal:PreviousMasterKeyFile={wrong}");
        Assert.Equal((1, 1), (none, refused));
        Assert.Contains("Journal:PreviousMasterKey", saidNone, StringComparison.Ordinal);
        Assert.Contains("Journal:PreviousMasterKey", saidRefused, StringComparison.Ordinal);
        Assert.Equal(before, await WrappedAsync());

        var (done, said) = await RotateAsync(asked, $"--Journal:PreviousMasterKeyFile={OldKeyFile}");
        Assert.Equal(0, done);
        Assert.StartsWith("1 keys of cases and 0 of sign-in are wrapped by the new", said, StringComparison.Ordinal);
        Assert.NotEqual(before, await WrappedAsync());
        await using var later = await StartAsync(NewKey);
        Assert.Equal(13, (await later.Reading.EventsAsync(finished.Number, Cancellation)).Count);
    }

    private static Task NotTold() => Task.CompletedTask;

    private static string Random(string name) =>
        Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)));

    private static SignInKeys SignIn(JournalHost host, KeyRing ring) => new(
        host.Get<IDbContextFactory<KeyStoreContext>>(), ring, TimeProvider.System, NullLogger<SignInKeys>.Instance);

    private Task<JournalHost> StartAsync(params (string Key, string Value)[] settings) =>
        JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo, settings);

    // Opens cases and reads an old one, until it is told to stop; what it opened.
    private static async Task<IReadOnlyList<CaseNumber>> WorkAsync(JournalHost host, CaseNumber read, CancellationToken done)
    {
        var opened = new List<CaseNumber>();
        do
        {
            opened.Add((await host.Journal.OpenAsync(Story.Request(), Actor.Wizard, null, CancellationToken.None)).Number);
            Assert.Equal(13, (await host.Reading.EventsAsync(read, CancellationToken.None)).Count);
        }
        while (!done.IsCancellationRequested);

        return opened;
    }

    // The old key itself, as it would be used by whoever found it, and the app that is started with it.
    private async Task AssertOldKeyOpensNothingAsync()
    {
        var old = new MasterKey(Convert.FromBase64String(await File.ReadAllTextAsync(OldKeyFile, Cancellation)));
        await using var context = Host.Get<IDbContextFactory<KeyStoreContext>>().CreateDbContext();
        foreach (var row in await context.DataKeys.ToListAsync(Cancellation))
            Assert.Null(SealedBox.TryOpen(old.Derive("key wrap"), row.Wrapped, row.Id.ToByteArray()));
        Assert.Empty(SignIn(Host, new KeyRing(old, null)).GetAllElements());
        var refused = await Assert.ThrowsAsync<WrongInstallationException>(() => StartAsync());
        Assert.Contains("Journal:MasterKey", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> WrappedAsync()
    {
        await using var context = Host.Get<IDbContextFactory<KeyStoreContext>>().CreateDbContext();
        var rows = await context.DataKeys.OrderBy(row => row.Id).ToListAsync(Cancellation);
        return [.. rows.Select(row => $"{Convert.ToBase64String(row.Wrapped)} {row.WrappedBy}")];
    }

    private async Task<(int Code, string Said)> RotateAsync(params string[] settings)
    {
        using var output = new StringWriter { NewLine = "\n" };
        string[] place =
        [
            $"--Installation:DataFolder={Host.Storage.Folder}",
            .. Host.Storage.Settings.Select(one => $"--{one.Key}={one.Value}"),
        ];
        var code = await CommandLine.RunAsync(
            ["--rotate-master-key", .. settings, .. place], _ => throw new InvalidOperationException("It serves."), output,
            output, Cancellation);
        return (code, output.ToString());
    }
}
