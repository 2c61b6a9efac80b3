using ActivationWizard.App.Security;
using ActivationWizard.Domain.Values;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.App.Security;

/// <summary>The line for an event of security, whatever somebody sends.</summary>
public sealed class SecurityLogTests
{
    private readonly FakeLogger<SecurityLog> _logger = new();

    [Theory]
    [InlineData("m-1", "\"m-1\"")]
    [InlineData(null, "\"\"")]
    [InlineData("a\r\nSecurity: what=SignIn", "\"a\\r\\nSecurity: what=SignIn\"")]
    [InlineData("a\u2028b\u0085c\u001b[2Kd", "\"a\\u2028b\\u0085c\\u001B[2Kd\"")]
    [InlineData("x\" role=\"SystemManager", "\"x\\u0022 role=\\u0022SystemManager\"")]
    public void Line_WithAnythingInIt_StaysOneLineWithTheSameValues(string? who, string written)
    {
        new SecurityLog(_logger, TimeProvider.System).Write(SecurityEvent.SignIn, who, Role.Employee, "done", null);

        var line = Assert.Single(_logger.Collector.GetSnapshot());
        Assert.Contains($" who={written} role=\"Employee\" ", line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(line.Message, char.IsControl);
        Assert.Equal(written, line.GetStructuredStateValue("Who"));
        Assert.Equal("SignIn", line.GetStructuredStateValue("What"));
    }

    [Fact]
    public void Line_OfSomethingEndless_HasAnEnd()
    {
        new SecurityLog(_logger, TimeProvider.System).Write(
            SecurityEvent.Refusal, new string('a', 100_000), null, "failed", null);

        var line = Assert.Single(_logger.Collector.GetSnapshot());
        Assert.InRange(line.Message.Length, 255, 600);
        Assert.Equal(LogLevel.Warning, line.Level);
    }
}
