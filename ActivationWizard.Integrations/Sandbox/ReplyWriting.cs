using System.Text;
using ActivationWizard.Integrations.Sandbox.Faults;
using Microsoft.AspNetCore.Http;

namespace ActivationWizard.Integrations.Sandbox;

/// <summary>Puts an answer on the wire: whole, half, or a byte at a time.</summary>
internal static class ReplyWriting
{
    public static async Task WriteAsync(
        HttpContext context, SandboxReply reply, FaultRule? rule, TimeProvider time, CancellationToken ends)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers) response.Headers[name] = value;
        var bytes = reply.Bytes ?? (reply.Content is { } content ? Encoding.UTF8.GetBytes(content) : null);
        if (bytes is null || reply.Status == 204) return;

        response.ContentType = reply.ContentType;
        response.ContentLength = bytes.Length;
        switch (rule?.Fault)
        {
            case FaultKind.HalfBody:
                await response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), ends);
                await response.Body.FlushAsync(ends);
                context.Abort();
                break;
            case FaultKind.SlowDrip:
                await DripAsync(response, bytes, rule.Delay, time, ends);
                break;
            default:
                await response.Body.WriteAsync(bytes, ends);
                break;
        }
    }

    private static async Task DripAsync(
        HttpResponse response, byte[] bytes, TimeSpan pause, TimeProvider time, CancellationToken ends)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            await response.Body.WriteAsync(bytes.AsMemory(at, 1), ends);
            await response.Body.FlushAsync(ends);
            await Task.Delay(pause, time, ends);
        }
    }
}
