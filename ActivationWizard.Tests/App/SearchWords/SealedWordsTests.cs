using ActivationWizard.App;
using ActivationWizard.App.Search;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.App.SearchWords;

/// <summary>Words sealed for who searches by them, and what does not open.</summary>
public sealed class SealedWordsTests
{
    private static readonly SessionSettings Session = new();
    private static readonly FieldNames Fields = new(["q", "uitkomst"], ["q"]);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));
    private readonly SealedWords _words;

    public SealedWordsTests() => _words = new(new EphemeralDataProtectionProvider(), Session, _clock);

    [Theory]
    [InlineData("Jansen")]
    [InlineData("")]
    [InlineData("Ç. Yıldırım & zn. = ?#/\0😀")]
    public void Open_WhatWasSealed_IsTheSame(string text) =>
        Assert.Equal(new Dictionary<string, string> { ["q"] = text, ["zaak"] = "1" }, Open(Seal(text)));

    [Fact]
    public void Open_BySomebodyElse_IsNothing() => Assert.Null(_words.Open(DemoPeople.Tom, Seal("Jansen")));

    [Fact]
    public void Open_AfterTheLongestSession_IsNothing()
    {
        var given = Seal("Jansen");
        _clock.Advance(Session.Limit - TimeSpan.FromSeconds(1));
        Assert.NotNull(Open(given));

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(Open(given));
    }

    [Fact]
    public void Open_Changed_IsNothing()
    {
        var given = Seal("Jansen");
        Assert.All(Enumerable.Range(0, given.Length - 1), at =>
            Assert.Null(Open($"{given[..at]}{(given[at] is 'A' ? 'B' : 'A')}{given[(at + 1)..]}")));
        Assert.All(Enumerable.Range(0, given.Length), length => Assert.Null(Open(given[..length])));
    }

    [Theory]
    [InlineData(SealedWords.Unreadable)]
    [InlineData("Jansen")]
    [InlineData("é%&=")]
    [InlineData("AAAA")]
    public void Open_WhatWasNeverSealed_IsNothing(string given) => Assert.Null(Open(given));

    [Fact]
    public void Seal_TheSameTwice_IsTwoTexts() => Assert.NotEqual(Seal("Jansen"), Seal("Jansen"));

    [Theory]
    [InlineData('a')]
    [InlineData('€')]
    public void AddressOf_TheLongestText_IsOneToComeBackTo(char letter)
    {
        var text = new string(letter, CaseSearch.LongestText);

        var address = _words.AddressOf(Urls.Search, DemoPeople.Sanne, CaseSearch.FieldName, text);

        Assert.Equal(address, ReturnUrl.Safe(address));
        Assert.Equal(text, AskedFields.Of(CaseSearch.Fields, address, _words, DemoPeople.Sanne)[CaseSearch.FieldName]);
    }

    [Fact]
    public void Seal_EndlessText_IsCutAndStaysTooLong()
    {
        var address = _words.AddressOf(Urls.Search, DemoPeople.Sanne, CaseSearch.FieldName, new string('€', 100_000));

        Assert.Equal(address, ReturnUrl.Safe(address));
        var text = AskedFields.Of(CaseSearch.Fields, address, _words, DemoPeople.Sanne)[CaseSearch.FieldName]!;
        Assert.Equal(SealedWords.Longest, text.Length);
        Assert.NotNull(CaseSearch.WrongWith(text));
    }

    [Fact]
    public void AddressAt_WordsThatNobodySealed_HasNone()
    {
        var asked = AskedFields.Read(Fields, name => name is "q" ? "Jansen" : "brief");

        Assert.Equal("/zaken?uitkomst=brief", asked.AddressAt("/zaken"));
        var address = asked.Sealed(_words, DemoPeople.Sanne).AddressAt("/zaken");
        Assert.StartsWith("/zaken?uitkomst=brief&gezocht=", address, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", address, StringComparison.OrdinalIgnoreCase);
        var read = AskedFields.Of(Fields, address, _words, DemoPeople.Sanne);
        Assert.Equal(("Jansen", "brief", false), (read["q"], read["uitkomst"], read.IsUnreadable));
        // The next page, and a file, have the same words; without them nothing of them is left.
        Assert.Equal(
            address.Replace("brief", "e-mail", StringComparison.Ordinal), read.With("uitkomst", "e-mail").AddressAt("/zaken"));
        Assert.Equal("/zaken?uitkomst=brief", read.With("q", null).AddressAt("/zaken"));
    }

    [Fact]
    public void Of_WordsInClear_AreNone()
    {
        var read = AskedFields.Of(Fields, "/zaken?q=Jansen&uitkomst=brief", _words, DemoPeople.Sanne);

        Assert.Equal((null, "brief"), (read["q"], read["uitkomst"]));
        Assert.Equal("/zaken?uitkomst=brief", read.AddressAt("/zaken"));
    }

    [Fact]
    public void Of_WordsThatDoNotOpen_SaysSoOnEveryPageOfTheList()
    {
        var read = AskedFields.Of(Fields, "/zaken?uitkomst=brief&gezocht=x", _words, DemoPeople.Sanne);

        Assert.True(read.IsUnreadable);
        Assert.Null(read["q"]);
        Assert.True(read.With("uitkomst", null).IsUnreadable);
        Assert.Equal("/zaken?gezocht=x", read.With("uitkomst", null).AddressAt("/zaken"));
        Assert.False(read.With("q", null).IsUnreadable);
    }

    private string Seal(string text) => _words.Seal(DemoPeople.Sanne, [new("q", text), new("zaak", "1")]);

    private IReadOnlyDictionary<string, string>? Open(string given) => _words.Open(DemoPeople.Sanne, given);
}
