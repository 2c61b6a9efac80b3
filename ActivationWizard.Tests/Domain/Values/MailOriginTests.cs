using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Domain.Values;

public sealed class MailOriginTests
{
    [Theory]
    [InlineData("Code kwijt", "Re: Code kwijt")]
    [InlineData("RE: Code kwijt", "RE: Code kwijt")]
    [InlineData("Antw: Code kwijt", "Antw: Code kwijt")]
    [InlineData("", "Re:")]
    [InlineData("Regel 1\r\nBcc: x@y.example", "Re: Regel 1 Bcc: x@y.example")]
    [InlineData("Om\u202Egekeerd\u200B", "Re: Omgekeerd")]
    public void ReplySubject_IsOneLineWithOnePrefix(string subject, string reply) =>
        Assert.Equal(reply, MailOrigin.Of("<a@b.example>", [], subject)!.ReplySubject);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a@b.example")]
    [InlineData("<a b@c.example>")]
    [InlineData("<a@b.example>\r\nBcc: x@y.example")]
    [InlineData("<a@b.example> <c@d.example>")]
    [InlineData("<é@b.example>")]
    public void Of_WhatIsNoMessageId_IsNothing(string? messageId) => Assert.Null(MailOrigin.Of(messageId, [], "x"));

    [Fact]
    public void Of_LongThread_KeepsItsBeginAndItsEnd()
    {
        var ids = Enumerable.Range(1, 100).Select(one => $"<{one}@b.example>").ToList();

        var kept = MailOrigin.Of("<a@b.example>", [.. ids, "geen"], new string('x', 1000))!;

        Assert.Equal([ids[0], .. ids.TakeLast(MailOrigin.MostReferences - 1)], kept.References);
        Assert.Equal(MailOrigin.LongestSubject, kept.Subject.Length);
    }
}
