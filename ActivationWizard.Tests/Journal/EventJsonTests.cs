using System.Text;
using System.Text.Json;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Journal;

public sealed class EventJsonTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Kinds => [.. JournalNames.Types.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void EverySort_Events_HaveOneOfEveryKind() => Assert.Equal(
        JournalNames.Types.Keys.Order(StringComparer.Ordinal),
        EverySort.Events.Select(JournalNames.Of).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TryRead_WhatWasWritten_IsTheSameEvent(string kind)
    {
        var written = EventJson.Write(Example(kind));

        Assert.True(EventJson.TryRead(kind, EventJson.SchemaVersion, written, out var read, out _));

        Assert.Equal(Example(kind).GetType(), read.GetType());
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(EventJson.Write(read)));
    }

    /// <summary>
    /// The files in Approved/Events are what lies in databases. When this fails the form of an event changed: that takes a new
    /// schema version that still reads the old one. Only for a new kind is a new file made, by a run with APPROVE=1.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_EveryKind_IsAsApproved(string kind)
    {
        var file = Path.Combine(Product.Root, "ActivationWizard.Tests", "Approved", "Events", $"{kind}.json");
        var now = JsonSerializer.Serialize(JsonDocument.Parse(EventJson.Write(Example(kind))), Readable) + "\n";
        if (Environment.GetEnvironmentVariable("APPROVE") is "1" && !File.Exists(file))
            File.WriteAllText(file, now);

        Assert.True(File.Exists(file), $"There is no {file}.");
        Assert.Equal(File.ReadAllText(file), now);
    }

    [Fact]
    public void Approved_Files_AreAllOfAKind() => Assert.Equal(
        JournalNames.Types.Keys.Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Product.Root, "ActivationWizard.Tests", "Approved", "Events"), "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("case-dreamt", 1, "{}", CaseFault.UnknownKind)]
    [InlineData("case-taken", 2, "{}", CaseFault.UnknownKind)]
    [InlineData("case-taken", 1, "{\"mood\":\"good\"}", CaseFault.UnreadablePayload)]
    [InlineData("case-taken", 1, "null", CaseFault.UnreadablePayload)]
    [InlineData("case-withdrawn", 1, "{}", CaseFault.UnreadablePayload)]
    [InlineData("case-withdrawn", 1, "{\"reason\":null}", CaseFault.UnreadablePayload)]
    [InlineData("case-withdrawn", 1, "{\"reason\":\"", CaseFault.UnreadablePayload)]
    [InlineData("account-blocked", 1, "{\"key\":\"not a key\"}", CaseFault.UnreadablePayload)]
    [InlineData("account-unblocked", 1, "{\"key\":\"AW-2026-00412-007\",\"status\":3}", CaseFault.UnreadablePayload)]
    [InlineData("account-unblocked", 1, "{\"key\":\"AW-2026-00412-007\",\"status\":\"Happy\"}", CaseFault.UnreadablePayload)]
    public void TryRead_WhatIsNotSuchAnEvent_SaysWhy(string kind, int schemaVersion, string json, CaseFault expected)
    {
        Assert.False(EventJson.TryRead(kind, schemaVersion, Encoding.UTF8.GetBytes(json), out var fact, out var fault));

        Assert.Null(fact);
        Assert.Equal(expected, fault);
    }

    private static CaseEvent Example(string kind) => EverySort.Events.Single(fact => JournalNames.Of(fact) == kind);
}
