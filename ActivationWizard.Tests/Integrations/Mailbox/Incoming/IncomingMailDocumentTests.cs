using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Integrations.Mailbox.Incoming;

/// <summary>The page about incoming mail says what the code does.</summary>
public sealed class IncomingMailDocumentTests
{
    private const string Page = "docs/incoming-mail.md";

    [Fact]
    public void Page_Sorting_IsTheTable() => WrittenFile.Holds(Page, "sorting",
        "| | sign | what it is |\n| --- | --- | --- |\n" + string.Join('\n', MailSorting.Table.Select((row, at) =>
            $"| {at + 1} | `{row.Sign}` | {WordsOf(row.Sort)} |")));

    [Fact]
    public void Page_Labels_AreThoseThatAreKnown() => WrittenFile.Holds(Page, "labels",
        "| field | labels |\n| --- | --- |\n" + string.Join('\n', FormLabels.Of.Select(field =>
            $"| `{field.Key}` | {string.Join(", ", field.Value)} |")));

    [Fact]
    public void Labels_EachOfThem_IsOfItsFieldAlone() => Assert.All(
        FormLabels.Of.SelectMany(field => field.Value.Select(label => (field.Key, Label: label))),
        one => Assert.Equal(one.Key, FormLabels.FieldOf(one.Label)));

    private static string WordsOf(MailSort sort) => sort switch
    {
        MailSort.Bounce => "bounce",
        MailSort.FormMail => "form mail",
        MailSort.ReplyToOurs => "reply to ours",
        _ => $"skipped: `{sort}`",
    };
}
