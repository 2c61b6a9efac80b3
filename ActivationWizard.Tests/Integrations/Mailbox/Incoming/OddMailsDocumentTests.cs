using System.Globalization;
using System.Text;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;

namespace ActivationWizard.Tests.Integrations.Mailbox.Incoming;

/// <summary>
/// What became of each odd message is written down, for a person to read and approve: a change in it is a change of what the
/// product does with such a message.
/// </summary>
public sealed class OddMailsDocumentTests
{
    private const string Path = "ActivationWizard.Tests/Approved/IncomingMail/odd-mails.md";
    private const int Fewest = 200;

    private static readonly Lazy<Dictionary<string, string>> Approved = new(() =>
        File.ReadAllLines(System.IO.Path.Combine(Product.Root, Path))
            .Select(line => line.Split(" | ", 2))
            .Where(cells => cells.Length is 2 && cells[0].Contains(": ", StringComparison.Ordinal))
            .ToDictionary(cells => cells[0].TrimStart('|', ' '), cells => cells[1], StringComparer.Ordinal));

    public static TheoryData<string> Names => [.. OddMails.All.Select(mail => mail.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_OddMail_BecomesWhatWasApproved(string name)
    {
        var mail = OddMails.All.Single(one => one.Name == name).Make();
        var started = TimeProvider.System.GetTimestamp();

        var read = Letter.Read(mail);

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "It takes too long.");
        Assert.Equal(Approved.Value.GetValueOrDefault(name), $"{Told.Of(read)} |");
        Assert.Empty(Breaches.In(read));
    }

    [Fact]
    public void All_OddMails_AreEnoughAndInTheTable()
    {
        Assert.InRange(OddMails.All.Count, Fewest, int.MaxValue);
        Assert.Equal(OddMails.All.Count, OddMails.All.DistinctBy(mail => mail.Name).Count());
        if (Environment.GetEnvironmentVariable("APPROVE") is "1")
            WrittenFile.Is(Path, Written());
        Assert.Equal(OddMails.All.Select(mail => mail.Name), Approved.Value.Keys);
    }

    private static string Written()
    {
        var text = new StringBuilder("# Odd messages, and what becomes of each\n\n")
            .Append("Written by a run with APPROVE=1. ↵ is the end of a line, … the rest of a text and how long it is.\n\n")
            .Append("| message | becomes | noted | sender | subject | read |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var mail in OddMails.All)
            text.Append(CultureInfo.InvariantCulture, $"| {mail.Name} | {Told.Of(Letter.Read(mail.Make()))} |\n");
        return text.ToString();
    }
}
