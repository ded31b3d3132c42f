using Hotline.Identity;
using Hotline.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddHotlineDefaults("identity", forwardedCallers: false);
builder.AddIdentity();

var app = builder.Build();
app.UseIssuerAddress();
app.MapHotlineDefaults();
app.MapIdentity();
await app.RunAsync();
