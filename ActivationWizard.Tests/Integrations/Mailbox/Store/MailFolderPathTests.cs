using ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.Tests.Integrations.Mailbox.Store;

public sealed class MailFolderPathTests
{
    [Theory]
    [InlineData("Mailsjablonen", "Mailsjablonen", "Mailsjablonen", false)]
    [InlineData(" Aanvragen / In behandeling/", "Aanvragen/In behandeling", "Aanvragen|In behandeling", false)]
    [InlineData("inbox", "INBOX", "", true)]
    [InlineData("Inbox/Aanvragen", "INBOX/Aanvragen", "Aanvragen", true)]
    public void TryParse_Path_IsReadAndWrittenInOneWay(string text, string written, string names, bool isBelowInbox)
    {
        Assert.True(MailFolderPath.TryParse(text, out var path));
        Assert.Equal(written, path.ToString());
        Assert.Equal(names, string.Join('|', path.Names));
        Assert.Equal(isBelowInbox, path.IsBelowInbox);
        Assert.Equal(MailFolderPath.Parse(written), path);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" / ")]
    [InlineData("Aan\r\nvragen")]
    public void TryParse_NoPath_IsRefused(string? text) => Assert.False(MailFolderPath.TryParse(text, out _));

    [Fact]
    public void TryParse_TooLong_IsRefused() => Assert.False(MailFolderPath.TryParse(new string('a', 501), out _));
}
